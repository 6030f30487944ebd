import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { stages } from "../../members/kinds.ts";
import { visibleOrganization } from "../../members/visible.server.ts";

/** Enterprises of each stage of the chain; one that works in two stages counts in both. */
export async function countEnterprisesByStage(viewer: Viewer, today: string, db: Db = database) {
  const rows = await db
    .selectFrom("organization")
    .where(visibleOrganization(viewer, today))
    .where("organization.kind", "=", "enterprise")
    .where("organization.endedOn", "is", null)
    .select([sql<string>`unnest(organization.stages)`.as("stage"), sql<number>`count(*)`.as("count")])
    .groupBy("stage")
    .execute();
  return stages.map((stage) => ({ stage, count: rows.find((row) => row.stage === stage)?.count ?? 0 }));
}
