import { sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { countedAtMost } from "#app/http/bounds.ts";
import type { SiteKind } from "../kinds.ts";
import { firstSites, type SiteFilter } from "./list-sites.server.ts";
import { weigh } from "./weigh-filter.server.ts";

/**
 * How many sites a filter finds, and their area in force and volume. What is kept with every write is exact; the rest
 * is looked at up to a bound, and `more` says that there may be more than were summed.
 */
export async function sumSites(viewer: Viewer, filter: SiteFilter, db: Db = database) {
  const { kind, town, ...others } = filter;
  const isKept =
    ownOrganizationId(viewer) === undefined && Object.values(others).every((other) => other === undefined);
  if (isKept) return { ...(await sumKept(viewer, { kind, town }, db)), more: false };
  const weighed = await weigh(viewer, filter, {}, db);
  if (weighed.common) return weighed.common;
  const sums = await sumFound(viewer, weighed, db);
  return { ...sums, more: sums.count >= countedAtMost };
}

function sumKept(viewer: Viewer, { kind, town }: Pick<SiteFilter, "kind" | "town">, db: Db) {
  return db
    .selectFrom("siteTotal")
    .where("allianceId", "=", viewer.allianceId)
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind as SiteKind))
    .$if(town !== undefined, (query) => query.where("townCode", "=", town as string))
    .select(({ fn }) => [
      fn.coalesce(fn.sum<number>("sites"), sql<number>`0`).as("count"),
      fn.coalesce(fn.sum<number>("areaM2"), sql<number>`0`).as("areaM2"),
      fn.coalesce(fn.sum<number>("volumeM3"), sql<number>`0`).as("volumeM3"),
    ])
    .executeTakeFirstOrThrow();
}

function sumFound(viewer: Viewer, filter: SiteFilter, db: Db) {
  const found = firstSites(viewer, filter, db).select(["site.areaM2", "site.volumeM3"]).limit(countedAtMost);
  return db
    .selectFrom(found.as("found"))
    .select(({ fn }) => [
      fn.countAll<number>().as("count"),
      fn.coalesce(fn.sum<number>("areaM2"), sql<number>`0`).as("areaM2"),
      fn.coalesce(fn.sum<number>("volumeM3"), sql<number>`0`).as("volumeM3"),
    ])
    .executeTakeFirstOrThrow();
}
