import { type Kysely, sql } from "kysely";

/** Each legal entity of an organization counts on from the one before, so that a replacement names what it replaces. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table legal_entity add column version int not null default 1 check (version > 0)`.execute(
    db,
  );
}
