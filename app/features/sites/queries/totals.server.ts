import { sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleSite } from "../visible.server.ts";

/** Sites, area in force and volume per town and kind, of the sites a viewer sees that have not ended. */
export async function sumSitesByTown(viewer: Viewer, db: Db = database) {
  if (ownOrganizationId(viewer) === undefined) {
    return db
      .selectFrom("siteTotal")
      .where("allianceId", "=", viewer.allianceId)
      .where("sites", ">", 0)
      .select(["townCode", "kind", "sites", "areaM2", "volumeM3"])
      .execute();
  }
  return db
    .selectFrom("site")
    .where(visibleSite(viewer))
    .where("site.status", "!=", "ended")
    .groupBy(["site.townCode", "site.kind"])
    .select(({ fn }) => [
      "site.townCode",
      "site.kind",
      fn.countAll<number>().as("sites"),
      fn.coalesce(fn.sum<number>("site.areaM2"), sql<number>`0`).as("areaM2"),
      fn.coalesce(fn.sum<number>("site.volumeM3"), sql<number>`0`).as("volumeM3"),
    ])
    .execute();
}

/** What each of these organizations operates: sites and area by kind. */
export async function sumSitesByOperator(viewer: Viewer, organizationIds: string[], db: Db = database) {
  if (organizationIds.length === 0) return [];
  return db
    .selectFrom("site")
    .where(visibleSite(viewer))
    .where("site.status", "!=", "ended")
    .where("site.operatorId", "in", organizationIds)
    .groupBy(["site.operatorId", "site.kind"])
    .select(({ fn }) => [
      "site.operatorId",
      "site.kind",
      fn.countAll<number>().as("sites"),
      fn.coalesce(fn.sum<number>("site.areaM2"), sql<number>`0`).as("areaM2"),
    ])
    .execute();
}

/** The species each of these organizations farms. */
export async function listSpeciesByOperator(viewer: Viewer, organizationIds: string[], db: Db = database) {
  if (organizationIds.length === 0) return [];
  return db
    .selectFrom(["site", sql<{ code: string }>`unnest(site.species)`.as<"species">(sql`species(code)`)])
    .where(visibleSite(viewer))
    .where("site.status", "!=", "ended")
    .where("site.operatorId", "in", organizationIds)
    .groupBy("site.operatorId")
    .select(["site.operatorId", sql<string[]>`array_agg(distinct species.code)`.as("species")])
    .execute();
}

/** Organizations that operate a site of this kind or with this species: what a members list is narrowed by. */
export function operatorsWith(
  viewer: Viewer,
  wanted: { kind?: string; species?: string },
  db: Db = database,
) {
  return db
    .selectFrom("site")
    .where(visibleSite(viewer))
    .where("site.status", "!=", "ended")
    .$if(wanted.kind !== undefined, (query) => query.where("site.kind", "=", wanted.kind as "pond"))
    .$if(wanted.species !== undefined, (query) =>
      query.where(sql<boolean>`site.species @> array[${wanted.species}]::text[]`),
    )
    .select("site.operatorId")
    .$asScalar();
}
