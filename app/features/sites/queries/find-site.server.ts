import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { jsonRows } from "#db/json-rows.server.ts";
import type { fundingSources } from "../kinds.ts";
import { ownSiteConcern, visibleSite } from "../visible.server.ts";

type FundingSource = (typeof fundingSources)[number];

/** One site with everything its page shows; lease, funding and note only for those with business there. */
export async function findSite(viewer: Viewer, id: string, db: Db = database) {
  const concern = ownSiteConcern(viewer);
  return db
    .selectFrom("site")
    .innerJoin("town", "town.code", "site.townCode")
    .innerJoin("organization as owner", (join) =>
      join.onRef("owner.allianceId", "=", "site.allianceId").onRef("owner.id", "=", "site.ownerId"),
    )
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .where(visibleSite(viewer))
    .where("site.id", "=", id)
    .select([
      "site.id",
      "site.code",
      "site.name",
      "site.kind",
      "site.stage",
      "site.status",
      "site.townCode",
      "town.name as townName",
      "site.ownerId",
      "owner.name as ownerName",
      "site.operatorId",
      "operator.name as operatorName",
      "site.species",
      "site.lng",
      "site.lat",
      "site.positionSource",
      "site.outline",
      "site.registeredAreaM2",
      "site.drawnAreaM2",
      "site.areaM2",
      "site.diameterM",
      "site.depthM",
      "site.volumeM3",
      "site.waterBody",
      "site.protectionZone",
      "site.managingBody",
      "site.noFeeding",
      "site.closedFrom",
      "site.closedTo",
      "site.version",
      "site.updatedAt",
    ])
    .select([
      concern.as("isOwnConcern"),
      sql<string | null>`case when ${concern} then site.household_code end`.as("householdCode"),
      sql<string | null>`case when ${concern} then site.lease_from::text end`.as("leaseFrom"),
      sql<string | null>`case when ${concern} then site.lease_to::text end`.as("leaseTo"),
      sql<FundingSource | null>`case when ${concern} then site.funding_source end`.as("fundingSource"),
      sql<string | null>`case when ${concern} then site.note end`.as("note"),
    ])
    .select((eb) =>
      jsonRows(
        eb
          .selectFrom("siteStatus")
          .select(["fromOn", "status"])
          .whereRef("siteStatus.allianceId", "=", "site.allianceId")
          .whereRef("siteStatus.siteId", "=", "site.id")
          .orderBy("fromOn", "desc")
          .limit(50),
      ).as("statuses"),
    )
    .executeTakeFirst();
}

/** The next free code of a kind at an organization: `101200-P13`. */
export async function nextSiteCode(
  viewer: Viewer,
  { organizationCode, letter }: { organizationCode: string; letter: string },
  db: Db = database,
) {
  const prefix = `${organizationCode}-${letter}`;
  const { last } = await db
    .selectFrom("site")
    .where("allianceId", "=", viewer.allianceId)
    .where("code", "~", `^${prefix}[0-9]+$`)
    .select(sql<number | null>`max(substring(code from '[0-9]+$')::int)`.as("last"))
    .executeTakeFirstOrThrow();
  return prefix + String((last ?? 0) + 1).padStart(2, "0");
}

export async function listSpecies(db: Db = database) {
  return db.selectFrom("species").selectAll().orderBy("sortOrder").limit(200).execute();
}
