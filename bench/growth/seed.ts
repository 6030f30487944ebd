import type postgres from "postgres";
import { cellOf } from "#app/map/cell.ts";
import { searchColumns, sortKey } from "#app/search/terms.ts";
import { hanyin } from "#db/reference/hanyin.ts";
import * as words from "./words.ts";

export type Size = { alliances: number; sitesEach: number };

/** Member villages of every alliance, however many sites they have: a county has no more than it has. */
const members = 76;

/**
 * Alliances of so many sites each, written by SQL from words that the app has spelled: names, pinyin and search
 * terms are what the app itself would have stored, which is checked at the end.
 */
export async function seed(sql: postgres.Sql, { alliances, sitesEach }: Size) {
  // Nothing here breaks a foreign key, and looking four million of them up takes minutes.
  await sql`set session_replication_role = replica`;
  await sql`set maintenance_work_mem = '768MB'`;
  await sql`set synchronous_commit = off`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = 'site'::regclass and not indisunique`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);

  await writeWords(sql, sitesEach);
  await writeAlliances(sql, alliances);
  await writeSites(sql, sitesEach);
  await sql`drop schema word cascade`;

  for (const { definition } of indexes) await sql.unsafe(definition);
  await sql`insert into site_total (alliance_id, town_code, kind, sites, area_m2, volume_m3)
    select alliance_id, town_code, kind, count(*), coalesce(sum(area_m2), 0), coalesce(sum(volume_m3), 0)
    from site where status <> 'ended' group by 1, 2, 3`;
  await sql`set session_replication_role = origin`;
  await checkWords(sql);
  await sql.unsafe("vacuum (analyze)");
}

async function writeWords(sql: postgres.Sql, sitesEach: number) {
  const { villages } = hanyin;
  const bases = words.bases(villages);
  await sql`create schema word`;
  // Of unlogged tables, because the pool may use several connections.
  await sql`create unlogged table word.base (number int primary key, village int, name text, kind text,
    sort_key text, spelled text, initials text, terms text[])`;
  await sql`create unlogged table word.village (number int primary key, code text, name text, town_code text,
    sort_key text, search_text text, terms text[])`;
  const rows = [...bases, words.lastBase()].map(({ sortKey: sort_key, ...base }) => ({ ...base, sort_key }));
  await sql`insert into word.base ${sql(rows, "number", "village", "name", "kind", "sort_key", "spelled", "initials", "terms")}`;
  const ofVillages = words.villageWords(villages).map(({ townCode, sortKey, searchText, ...village }) => ({
    ...village,
    town_code: townCode,
    sort_key: sortKey,
    search_text: searchText,
  }));
  await sql`insert into word.village ${sql(ofVillages, "number", "code", "name", "town_code", "sort_key", "search_text", "terms")}`;
  const lists = {
    numeral: words.numerals(Math.max(words.last.count, Math.ceil(sitesEach / bases.length))),
    code_beginning: words.codeBeginnings(Math.floor(sitesEach / 1000)),
    code_end: words.codeEnds(),
  };
  for (const [table, list] of Object.entries(lists)) {
    await sql.unsafe(`create unlogged table word.${table} (number int primary key, terms text[])`);
    await sql`insert into ${sql(`word.${table}`)} ${sql(list, "number", "terms")}`;
  }
  await sql`create function word.id(kind text, alliance bigint, number bigint) returns uuid
    language sql immutable as $$ select (lpad(to_hex(1700000000000 + number), 12, '0') || '7'
      || substr(md5(kind || alliance || '/' || number), 1, 3) || '8'
      || substr(md5(kind || alliance || '/' || number), 4, 15))::uuid $$`;
  // By way of one long text, which is ten times as fast as taking the array apart; no term has a space in it.
  await sql`create function word.scoped(alliance_id uuid, terms text[]) returns text[] language sql immutable as $$
    select string_to_array(right(alliance_id::text, 8)
      || replace(array_to_string(terms, ' '), ' ', ' ' || right(alliance_id::text, 8)), ' ') $$`;
  // The same cell as the app's, which is checked at the end.
  // The same cell as the app's, which is checked at the end: each step doubles the gaps between the bits.
  await sql`create function word.spread(n bigint) returns bigint language plpgsql immutable as $$
    begin
      n := (n | (n << 16)) & x'0000FFFF0000FFFF'::bigint;
      n := (n | (n << 8)) & x'00FF00FF00FF00FF'::bigint;
      n := (n | (n << 4)) & x'0F0F0F0F0F0F0F0F'::bigint;
      n := (n | (n << 2)) & x'3333333333333333'::bigint;
      return (n | (n << 1)) & x'5555555555555555'::bigint;
    end $$`;
  await sql`create function word.cell(lng float8, lat float8) returns bigint language sql immutable as $$
    select word.spread(floor((lng + 180) / 360 * 2 ^ 24)::bigint)
      + 2 * word.spread(floor((0.5 - atanh(sin(radians(lat))) / (2 * pi())) * 2 ^ 24)::bigint) $$`;
  await sql`analyze`;
}

async function writeAlliances(sql: postgres.Sql, alliances: number) {
  await sql`create unlogged table word.alliance as
    select a as number, word.id('alliance', a, a) as id from generate_series(1, ${alliances}::int) a`;
  await sql`insert into alliance (id, county_code, county_name, name, created_at)
    select id, ${hanyin.code}, ${hanyin.name}, '联盟' || number, '2026-03-15Z' from word.alliance`;
  await sql`insert into organization (alliance_id, id, kind, code, village_code, name, town_code, sort_key,
      search_text, search_terms, created_at, updated_at)
    select a.id, word.id('village', a.number, v.number), 'village', v.code, v.code, v.name, v.town_code,
      v.sort_key, v.search_text, word.scoped(a.id, v.terms), '2026-03-15Z', '2026-03-15Z'
    from word.alliance a, word.village v`;
  await sql`insert into organization (alliance_id, id, kind, code, name, town_code, sort_key, search_text,
      search_terms, created_at, updated_at)
    select id, word.id('village', number, 0), 'enterprise', 'E-1', '示例销售公司', ${hanyin.towns[0]?.code ?? ""},
      ${sortKey("示例销售公司")}, '示例销售公司', '{}', '2026-03-15Z', '2026-03-15Z' from word.alliance`;
  await sql`insert into membership (alliance_id, id, organization_id, joined_on)
    select a.id, word.id('membership', a.number, v.number), word.id('village', a.number, v.number), '2024-05-01'
    from word.alliance a, word.village v where v.number <= ${members}`;
  await sql`insert into permit (alliance_id, id, organization_id, kind, number, expires_on, created_at, updated_at)
    select a.id, word.id('permit', a.number, v.number), word.id('village', a.number, v.number), 'aquaculture',
      v.code, '2030-01-01', '2026-03-15Z', '2026-03-15Z' from word.alliance a, word.village v`;
}

const writeSites = (sql: postgres.Sql, sitesEach: number) => sql`
  insert into site (alliance_id, id, code, name, kind, stage, status, town_code, owner_id, operator_id, species,
    lng, lat, cell, registered_area_m2, volume_m3, water_body, sort_key, search_text, search_terms,
    created_at, updated_at)
  select a.id, word.id('site', a.number, i), 'S-' || lpad(i::text, 7, '0'), b.name || n.number, b.kind,
    case when b.number < 0 then 'sales' else 'farming' end,
    case when b.number < 0 then 'repair' when b.kind = 'rice_field' then 'idle' else 'in_use' end,
    coalesce(v.town_code, ${hanyin.towns[0]?.code ?? ""}), word.id('village', a.number, b.village),
    word.id('village', a.number, b.village),
    case when b.number < 0 then '{paddlefish}' when b.kind = 'pond' then '{largemouth_bass}'
      when b.kind = 'raceway' then '{rainbow_trout}' else '{grass_carp,silver_carp}' end::text[],
    case when b.number >= 0 then place.lng end, case when b.number >= 0 then place.lat end,
    case when b.number >= 0 then word.cell(place.lng, place.lat) end,
    case when b.kind in ('earth_pond', 'rice_field', 'water_area') then 700 + i % 9000 end,
    case when b.kind in ('pond', 'raceway') then 31 + i % 20 end,
    case when b.kind = 'water_area' then 'reservoir' end,
    b.sort_key || ' ' || lpad(n.number::text, 6, '0'),
    concat_ws(' ', b.name || n.number, 's-' || lpad(i::text, 7, '0'), b.spelled || n.number,
      b.initials || left(n.number::text, 1)),
    word.scoped(a.id, b.terms || n.terms || beginning.terms || ending.terms || array[
      right(b.name, 1) || left(n.number::text, 1), right(b.spelled, 1) || left(n.number::text, 1),
      right(b.initials, 1) || left(n.number::text, 1), right(lpad((i / 1000)::text, 4, '0'), 1)
        || left(lpad((i % 1000)::text, 3, '0'), 1)]),
    '2026-03-15Z', '2026-03-15Z'
  from word.alliance a
  cross join generate_series(1, ${sitesEach}::int) i
  cross join lateral (select 108.2 + 0.6 * (east - floor(east)) as lng, 32.7 + 0.5 * (north - floor(north)) as lat
    from (values (i * 0.7548776662466927::float8, i * 0.5698402909980532::float8)) evenly (east, north)) place
  join word.base b on b.number = case when i > ${sitesEach - words.last.count}::int then -1
    else i % (select max(number) + 1 from word.base) end
  join word.numeral n on n.number = case when b.number < 0 then ${sitesEach}::int - i + 1
    else i / (select max(number) + 1 from word.base) + 1 end
  join word.code_beginning beginning on beginning.number = i / 1000
  join word.code_end ending on ending.number = i % 1000
  left join word.village v on v.number = b.village
`;

/** Some rows as the app would have written them, and the five at the end of the order. */
async function checkWords(sql: postgres.Sql) {
  const rows = await sql`
    (select * from site order by id limit 20) union all (select * from site order by sort_key desc limit 5)`;
  for (const row of rows) {
    const expected = searchColumns(row.alliance_id, row.name, row.code);
    const cell = row.lng === null ? null : cellOf(row as { lng: number; lat: number });
    const same =
      (cell === null ? row.cell === null : cell === Number(row.cell)) &&
      row.sort_key === expected.sortKey &&
      row.search_text === expected.searchText &&
      [...new Set(row.search_terms)].sort().join() === expected.searchTerms.toSorted().join();
    if (!same)
      throw new Error(`the app would have written ${row.name} differently: ${JSON.stringify(expected)}`);
  }
  if (!rows.slice(-words.last.count).every((row) => row.name.startsWith(words.last.name)))
    throw new Error("other sites stand at the end of the order");
}
