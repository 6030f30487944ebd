import type postgres from "postgres";

/** So many open lots in every alliance, spread over its waters, each with a purchase, a loss, a sample and a feeding. */
export async function seedLedger(sql: postgres.Sql, lotsEach: number) {
  await sql`set session_replication_role = replica`;
  await sql`set synchronous_commit = off`;
  await sql`set maintenance_work_mem = '768MB'`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where not indisunique
      and indrelid in ('lot'::regclass, 'event'::regclass, 'event_lot'::regclass, 'entry'::regclass)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);

  await sql`create schema fish`;
  await sql`create function fish.id(kind text, alliance bigint, number bigint) returns uuid
    language sql immutable as $$ select (lpad(to_hex(1710000000000 + number), 12, '0') || '7'
      || substr(md5(kind || alliance || '/' || number), 1, 3) || '8'
      || substr(md5(kind || alliance || '/' || number), 4, 15))::uuid $$`;
  await sql`create unlogged table fish.water as
    select alliance_id, id, code, row_number() over (partition by alliance_id order by code) as number,
      dense_rank() over (order by alliance_id) as alliance, count(*) over (partition by alliance_id) as of_alliance
    from site where stage = 'farming'`;
  // 1,000 fish of 100 g; 10 die; the others weigh 150 g at the sample.
  await sql`create unlogged table fish.lot as
    select w.alliance_id, w.alliance, w.id as site_id, i, fish.id('lot', w.alliance, i) as id,
      w.code || '-260101-' || i as code, timestamptz '2026-01-01 09:00+08' + i % 200 * interval '1 day' as began
    from fish.water w cross join generate_series(1, ${lotsEach}::int) i where w.number = i % w.of_alliance + 1`;
  await sql`insert into lot (alliance_id, id, code, site_id, species, form, count, mass_g, started_at, last_event_at, revision)
    select alliance_id, id, code, site_id, 'largemouth_bass', 'farmed', 990, 148500, began, began + interval '30 days', 4
    from fish.lot`;
  const kinds = {
    buy: { day: 0, count: 1000, massG: null, meanG: 100, change: [1000, 100_000, "recruit"] },
    mortality: { day: 10, count: 10, massG: 1000, meanG: null, change: [-10, -1000, "loss"] },
    sampling: { day: 20, count: 30, massG: null, meanG: 150, change: [0, 49_500, "growth"] },
    feeding: { day: 30, count: null, massG: 2000, meanG: null, change: undefined },
  } as const;
  for (const [kind, { day, count, massG, meanG, change }] of Object.entries(kinds)) {
    await sql`insert into event (alliance_id, id, kind, site_id, occurred_at, recorded_at, account_name, account_role,
        on_behalf, count, mass_g, mean_g, feed, from_on, to_on, body_hash)
      select alliance_id, fish.id(${kind}::text, alliance, i), ${kind}::text, site_id, at, at, '基准', 'village', false, ${count}::bigint,
        ${massG}::bigint, ${meanG}::numeric, ${kind === "feeding" ? "compound" : null}::text,
        case when ${kind}::text = 'feeding' then at::date end, case when ${kind}::text = 'feeding' then at::date end, '\\x00'
      from fish.lot cross join lateral (select began + ${day} * interval '1 day' as at) dated order by at`;
    await sql`insert into event_lot (alliance_id, event_id, lot_id, share_g)
      select alliance_id, fish.id(${kind}::text, alliance, i), id, case when ${kind}::text = 'feeding' then ${massG}::bigint end from fish.lot`;
    if (!change) continue;
    await sql`insert into entry (alliance_id, event_id, lot_id, seq, count, mass_g, reason, caused_by_event_id)
      select alliance_id, e, id, 1, ${change[0]}::bigint, ${change[1]}::bigint, ${change[2]}::text, e
      from fish.lot cross join lateral (select fish.id(${kind}::text, alliance, i) as e) event`;
  }
  await sql`drop schema fish cascade`;
  for (const { definition } of indexes) await sql.unsafe(definition);
  await sql`set session_replication_role = origin`;
  await sql.unsafe("vacuum (analyze)");
}
