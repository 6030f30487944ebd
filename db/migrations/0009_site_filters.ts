import { type Kysely, sql } from "kysely";

/** What finds the few sites of a filter among a million; gaps take no room where the register has none. */
export async function up(db: Kysely<unknown>) {
  await sql`create index site_stage on site (alliance_id, stage, sort_key, id)`.execute(db);
  await sql`create index site_kind_status on site (alliance_id, kind, status, sort_key, id)`.execute(db);
  await sql`create index site_species on site using gin (species)`.execute(db);
  await sql`create index site_without_position on site (alliance_id, sort_key, id) where lng is null`.execute(
    db,
  );
  await sql`create index site_without_area on site (alliance_id, sort_key, id)
    where kind in ('water_area', 'earth_pond', 'rice_field') and registered_area_m2 is null`.execute(db);
  await sql`create index site_without_size on site (alliance_id, sort_key, id)
    where kind = 'pond' and volume_m3 is null`.execute(db);
  // With all that a group of a tile is made of, so that a million sites are grouped without being read.
  await sql`drop index site_cell`.execute(db);
  await sql`create index site_cell on site (alliance_id, cell) include (kind, status, lng, lat)`.execute(db);
}
