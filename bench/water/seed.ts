import type postgres from "postgres";

/** A reading every ten minutes for a year, as probes send them: three quantities, mains and aerator. */
export const readingsEach = 365 * 144;
const from = "2025-11-01";
export const until = "2026-10-31";

/** So many probes at the first sites of the last alliance, each with a year of readings, rolled up as the app does. */
export async function seedReadings(sql: postgres.Sql, sensors: number) {
  await sql`set session_replication_role = replica`;
  await sql`set synchronous_commit = off`;
  await sql`set work_mem = '512MB'`;
  await sql`create unlogged table sensor as
    select alliance_id, id as site_id, row_number() over (order by code) as number from site
    where alliance_id = (select max(id::text)::uuid from alliance) order by code limit ${sensors}`;
  for (let month = 0; month < 12; month++) {
    const first = await sql`select (${from}::date + ${month} * interval '1 month')::date as day`;
    const day = first[0]?.day;
    await sql`select make_reading_partition(${day}::date)`;
    // As they come in: by time, whichever site.
    await sql`
      insert into reading (alliance_id, site_id, measured_at, source_id, recorded_at, oxygen, temperature, ph, power, aerator)
      select s.alliance_id, s.site_id, at, s.site_id, at,
        6000 + (2500 * sin(minute / 1440 * 2 * pi()))::int + (s.number * 7 + minute::int) % 300,
        1600 - (1000 * cos(minute / 525600 * 2 * pi()))::int + (s.number * 3 + minute::int) % 90,
        720 + (minute::int / 10) % 60, true, (minute::int / 60) % 24 < 6
      from generate_series(${day}::date::timestamp at time zone 'Asia/Shanghai',
        (${day}::date + interval '1 month')::timestamp at time zone 'Asia/Shanghai' - interval '1 second',
        interval '10 minutes') at
      cross join sensor s
      cross join lateral (select extract(epoch from at - ${from}::date) / 60 as minute) since
      order by at, s.site_id`;
  }
  for (const { table, key, of } of [
    { table: "reading_hour", key: "hour", of: "date_trunc('hour', measured_at)" },
    { table: "reading_day", key: "day", of: "(measured_at at time zone 'Asia/Shanghai')::date" },
  ])
    await sql.unsafe(`
      insert into ${table} (alliance_id, site_id, ${key},
        ${quantities.map((q) => `${q}_n, ${q}_sum, ${q}_min, ${q}_max`).join(", ")})
      select alliance_id, site_id, ${of},
        ${quantities.map((q) => `count(${q}), coalesce(sum(${q}), 0), min(${q}), max(${q})`).join(", ")}
      from reading group by 1, 2, 3`);
  await sql`insert into site_water (alliance_id, site_id, oxygen, oxygen_at, temperature, temperature_at, ph, ph_at)
    select distinct on (site_id) alliance_id, site_id, oxygen, measured_at, temperature, measured_at, ph, measured_at
    from reading order by site_id, measured_at desc`;
  await sql`drop table sensor`;
  await sql`set session_replication_role = origin`;
  await sql.unsafe("vacuum (analyze)");
}

const quantities = ["oxygen", "temperature", "ph", "tan", "nitrite"];
