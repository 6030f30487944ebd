import { type Kysely, sql } from "kysely";

/** A pond may be one household's: the last step of county, town, village, household, site. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table site add column household_code text,
      add constraint site_household foreign key (alliance_id, household_code) references household (alliance_id, code)
        on update cascade`.execute(db);
  await sql`comment on column site.household_code is 'the household of the operator''s village that raises fish here; null: the village itself'`.execute(
    db,
  );
  await sql`create index site_household on site (alliance_id, household_code) where household_code is not null`.execute(
    db,
  );
}
