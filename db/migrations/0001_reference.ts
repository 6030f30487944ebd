import { type Kysely, sql } from "kysely";

/** What belongs to no alliance: the administrative division and the species. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table town (
      code text primary key check (code ~ '^[0-9]{9}$'),
      county_code text not null check (code like county_code || '%'),
      name text not null,
      sort_key text collate "C" not null,
      lng float8, lat float8,
      check ((lng is null) = (lat is null))
    )`.execute(db);
  await sql`create index town_county on town (county_code, sort_key)`.execute(db);
  await sql`comment on column town.lng is 'rough centre in WGS 84, good for placing a label; null: not known'`.execute(
    db,
  );
  await sql`
    create table village (
      code text primary key check (code ~ '^[0-9]{12}$'),
      town_code text not null references town check (code like town_code || '%'),
      name text not null,
      kind text not null check (kind in ('village', 'community'))
    )`.execute(db);
  await sql`
    create table species (
      code text primary key,
      name_zh text not null,
      name_en text not null,
      latin text not null,
      fao_code text,
      sort_order int not null
    )`.execute(db);
  await sql`comment on column species.fao_code is 'FAO 3-alpha (ASFIS); null: not looked up'`.execute(db);
}
