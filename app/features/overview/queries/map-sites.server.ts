import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { filteredSites, type SiteFilter } from "../../sites/queries/list-sites.server.ts";
import { mapSitesAtMost } from "../map-bounds.ts";

/** How many sites with a position a filter finds, up to one more than a map takes whole, and where those lie. */
export async function measureSites(viewer: Viewer, filter: SiteFilter, db: Db = database) {
  const found = filteredSites(viewer, filter, db)
    .where("site.cell", "is not", null)
    .select(["site.lng", "site.lat"])
    .limit(mapSitesAtMost + 1);
  return db
    .selectFrom(found.as("found"))
    .select(({ fn }) => [
      fn.countAll<number>().as("count"),
      fn.min("lng").as("west"),
      fn.min("lat").as("south"),
      fn.max("lng").as("east"),
      fn.max("lat").as("north"),
    ])
    .executeTakeFirstOrThrow();
}

/** What a map draws of each site; ponds apart from all others, because they are clustered. */
export function listMapSites(
  viewer: Viewer,
  filter: SiteFilter,
  { ponds }: { ponds: boolean },
  db: Db = database,
) {
  return filteredSites(viewer, filter, db)
    .where("site.cell", "is not", null)
    .where("site.kind", ponds ? "=" : "!=", "pond")
    .select([
      "site.id",
      "site.kind",
      "site.stage",
      "site.status",
      "site.name",
      "site.areaM2",
      "site.lng",
      "site.lat",
      "site.outline",
    ])
    .orderBy("site.id")
    .limit(mapSitesAtMost)
    .execute();
}

/** The operators of the sites a filter finds. */
export const operatorsOfSites = (viewer: Viewer, filter: SiteFilter, db: Db = database) =>
  filteredSites(viewer, filter, db).select(sql<string>`site.operator_id`.as("operatorId")).$asScalar();
