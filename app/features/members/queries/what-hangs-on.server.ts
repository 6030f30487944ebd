import { type Expression, type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";

/** What has to be settled before an organization can end; `operators` are those that operate a site. */
export async function whatHangsOn(
  viewer: Viewer,
  id: string,
  operators: Expression<string>,
  db: Db = database,
) {
  const here = sql<SqlBool>`x.alliance_id = ${viewer.allianceId}`;
  return db
    .selectNoFrom([
      sql<boolean>`exists (select 1 from membership x where ${here} and x.organization_id = ${id} and x.left_on is null)`.as(
        "member",
      ),
      sql<boolean>`${id}::uuid in (${operators})`.as("operates"),
      sql<boolean>`exists (select 1 from partnership x where ${here} and ${id} in (x.a_id, x.b_id) and x.to_on is null)`.as(
        "partnered",
      ),
      sql<boolean>`exists (select 1 from household x where ${here} and x.organization_id = ${id} and x.ended_on is null)`.as(
        "households",
      ),
    ])
    .executeTakeFirstOrThrow();
}
