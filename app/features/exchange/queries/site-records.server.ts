import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { ownSiteConcern, visibleSite } from "../../sites/visible.server.ts";

export type SiteRecord = Awaited<ReturnType<typeof listSiteRecords>>[number];

/** Whole sites by id or code, with the viewer's masks; as many as are asked for. */
export function listSiteRecords(
  viewer: Viewer,
  by: { ids: string[] } | { codes: string[] },
  db: Db = database,
) {
  const concern = ownSiteConcern(viewer);
  return db
    .selectFrom("site")
    .innerJoin("organization as owner", (join) =>
      join.onRef("owner.allianceId", "=", "site.allianceId").onRef("owner.id", "=", "site.ownerId"),
    )
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .where(visibleSite(viewer))
    .where(
      "ids" in by
        ? sql<boolean>`site.id = any(${by.ids}::uuid[])`
        : sql<boolean>`site.code = any(${by.codes}::text[])`,
    )
    .select([
      "site.id",
      "site.version",
      "site.code",
      "site.name",
      "site.kind",
      "site.stage",
      "site.status",
      "site.townCode",
      "site.ownerId",
      "owner.code as ownerCode",
      "owner.name as ownerName",
      "site.operatorId",
      "operator.code as operatorCode",
      "operator.name as operatorName",
      "site.species",
      "site.lng",
      "site.lat",
      "site.positionSource",
      "site.registeredAreaM2",
      "site.diameterM",
      "site.depthM",
      "site.volumeM3",
      "site.waterBody",
      "site.protectionZone",
      "site.managingBody",
      "site.noFeeding",
      "site.closedFrom",
      "site.closedTo",
      sql<string | null>`case when ${concern} then site.household_code end`.as("householdCode"),
      sql<string | null>`case when ${concern} then site.lease_from::text end`.as("leaseFrom"),
      sql<string | null>`case when ${concern} then site.lease_to::text end`.as("leaseTo"),
      sql<string | null>`case when ${concern} then site.funding_source end`.as("fundingSource"),
      sql<string | null>`case when ${concern} then site.note end`.as("note"),
    ])
    .orderBy("site.sortKey")
    .orderBy("site.id")
    .execute();
}
