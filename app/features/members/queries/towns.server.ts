import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleOrganization } from "../visible.server.ts";

/** The towns of the viewer's county. */
export async function listTowns(viewer: Viewer, db: Db = database) {
  return db
    .selectFrom("town")
    .innerJoin("alliance", "alliance.countyCode", "town.countyCode")
    .where("alliance.id", "=", viewer.allianceId)
    .select(["town.code", "town.name", "town.lng", "town.lat"])
    .orderBy("town.sortKey")
    .limit(100)
    .execute();
}

/** Member villages, villages and enterprises that the viewer may know of, per town; towns with none stand there with 0. */
export async function countMembersByTown(viewer: Viewer, today: string, db: Db = database) {
  return db
    .selectFrom("town")
    .innerJoin("alliance", "alliance.countyCode", "town.countyCode")
    .leftJoin("organization", (join) =>
      join.onRef("organization.townCode", "=", "town.code").on(visibleOrganization(viewer, today)),
    )
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.allianceId", "=", "organization.allianceId")
        .onRef("membership.organizationId", "=", "organization.id")
        .on("membership.leftOn", "is", null),
    )
    .where("alliance.id", "=", viewer.allianceId)
    .groupBy(["town.code", "town.name", "town.sortKey"])
    .select(({ fn }) => [
      "town.code",
      "town.name",
      fn.count<number>("membership.id").filterWhere("organization.kind", "=", "village").as("members"),
      fn.count<number>("organization.id").filterWhere("organization.kind", "=", "village").as("villages"),
      fn.count<number>("organization.id").filterWhere("organization.kind", "!=", "village").as("enterprises"),
    ])
    .orderBy("town.sortKey")
    .limit(100)
    .execute();
}
