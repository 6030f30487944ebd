import { randomInt } from "node:crypto";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { filteredSites } from "../../sites/queries/list-sites.server.ts";

/** One of the ponds that have not ended, each as likely as the next; another one each time. */
export async function findRandomPond(viewer: Viewer, db: Db = database) {
  const ponds = filteredSites(viewer, { kind: "pond" }, db);
  const { count } = await ponds
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (count === 0) return undefined;
  return ponds
    .innerJoin("town", "town.code", "site.townCode")
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .select(["site.id", "site.code", "site.name", "operator.name as operatorName", "town.name as townName"])
    .orderBy("site.sortKey")
    .orderBy("site.id")
    .offset(randomInt(count))
    .limit(1)
    .executeTakeFirst();
}
