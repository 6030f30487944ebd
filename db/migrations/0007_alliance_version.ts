import { type Kysely, sql } from "kysely";

/** The alliance itself can be corrected: an edit names the version it was based on. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table alliance add column version int not null default 1 check (version > 0)`.execute(db);
}
