import { type Expression, type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { countedAtMost } from "#app/http/bounds.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import type { Bounds } from "#app/map/bounds.ts";
import { rangesCovering } from "#app/map/cell.ts";
import { searchQuery } from "#app/search/terms.ts";
import type { stages } from "../../members/kinds.ts";
import type { SiteGap, SiteKind, SiteStatus } from "../kinds.ts";
import { visibleSite } from "../visible.server.ts";

export type SiteFilter = {
  kind?: SiteKind;
  town?: string;
  stage?: (typeof stages)[number];
  /** left out: every site that has not ended */
  status?: SiteStatus;
  organization?: string;
  species?: string;
  q?: string;
  bbox?: Bounds;
  gap?: SiteGap;
  /** a set of site ids that a higher feature asks for */
  within?: Expression<string>;
};

const gaps: Record<SiteGap, ReturnType<typeof sql<SqlBool>>> = {
  position: sql<SqlBool>`site.lng is null`,
  area: sql<SqlBool>`site.kind in ('water_area', 'earth_pond', 'rice_field') and site.registered_area_m2 is null`,
  size: sql<SqlBool>`site.kind = 'pond' and site.volume_m3 is null`,
  permit: sql<SqlBool>`site.kind in ('pond', 'earth_pond', 'raceway', 'water_area') and not exists (
    select 1 from permit p where p.alliance_id = site.alliance_id and (p.site_id = site.id or p.organization_id = site.operator_id)
      and p.kind = 'aquaculture' and p.ended_on is null)`,
};

/** A page of sites by pinyin of their names, with what lists and map layers show; outlines only where asked for. */
export async function listSites(
  viewer: Viewer,
  filter: SiteFilter,
  { after, limit, outlines = false }: { after?: PageKey; limit: number; outlines?: boolean },
  db: Db = database,
) {
  const rows = await filteredSites(viewer, filter, db)
    .innerJoin("town", "town.code", "site.townCode")
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .select([
      "site.id",
      "site.code",
      "site.name",
      "site.kind",
      "site.stage",
      "site.status",
      "site.townCode",
      "town.name as townName",
      "site.operatorId",
      "operator.name as operatorName",
      "site.ownerId",
      "site.species",
      "site.areaM2",
      "site.volumeM3",
      "site.lng",
      "site.lat",
      "site.sortKey",
    ])
    .$if(outlines, (query) => query.select("site.outline"))
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(site.sort_key, site.id) > (${after?.sortKey}, ${after?.id}::uuid)`),
    )
    .orderBy("site.sortKey")
    .orderBy("site.id")
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1] : undefined };
}

/** How many sites a filter finds, and their area in force and volume, looked at up to `countedAtMost`. */
export async function sumSites(viewer: Viewer, filter: SiteFilter, db: Db = database) {
  const found = filteredSites(viewer, filter, db)
    .select(["site.areaM2", "site.volumeM3"])
    .limit(countedAtMost);
  return db
    .selectFrom(found.as("found"))
    .select(({ fn }) => [
      fn.countAll<number>().as("count"),
      fn.coalesce(fn.sum<number>("areaM2"), sql<number>`0`).as("areaM2"),
      fn.coalesce(fn.sum<number>("volumeM3"), sql<number>`0`).as("volumeM3"),
    ])
    .executeTakeFirstOrThrow();
}

/** How many sites lack what, among the first `countedAtMost`. */
export async function countSiteGaps(viewer: Viewer, filter: SiteFilter, db: Db = database) {
  const found = filteredSites(viewer, filter, db).selectAll("site").limit(countedAtMost);
  const lacking = (gap: SiteGap) => sql<number>`count(*) filter (where ${gaps[gap]})`.as(gap);
  return db
    .selectFrom(found.as("site"))
    .select([lacking("position"), lacking("area"), lacking("size"), lacking("permit")])
    .executeTakeFirstOrThrow();
}

export function filteredSites(viewer: Viewer, filter: SiteFilter, db: Db) {
  const search = filter.q ? searchQuery(viewer.allianceId, filter.q) : undefined;
  const [west, south, east, north] = filter.bbox ?? [];
  return db
    .selectFrom("site")
    .where(visibleSite(viewer))
    .$if(filter.status === undefined, (query) => query.where("site.status", "!=", "ended"))
    .$if(filter.status !== undefined, (query) => query.where("site.status", "=", filter.status as SiteStatus))
    .$if(filter.kind !== undefined, (query) => query.where("site.kind", "=", filter.kind as SiteKind))
    .$if(filter.town !== undefined, (query) => query.where("site.townCode", "=", filter.town as string))
    .$if(filter.stage !== undefined, (query) => query.where("site.stage", "=", filter.stage as "farming"))
    .$if(filter.organization !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb("site.operatorId", "=", filter.organization as string),
          eb("site.ownerId", "=", filter.organization as string),
        ]),
      ),
    )
    .$if(filter.species !== undefined, (query) =>
      query.where(sql<SqlBool>`site.species @> array[${filter.species}]::text[]`),
    )
    .$if(filter.gap !== undefined, (query) => query.where(gaps[filter.gap as SiteGap]))
    .$if(filter.bbox !== undefined, (query) =>
      query
        .where((eb) =>
          eb.or(
            rangesCovering(filter.bbox as Bounds).map(({ from, to }) =>
              eb.and([eb("site.cell", ">=", from), eb("site.cell", "<", to)]),
            ),
          ),
        )
        .where(sql<SqlBool>`site.lng between ${west} and ${east} and site.lat between ${south} and ${north}`),
    )
    .$if(filter.within !== undefined, (query) =>
      query.where("site.id", "in", filter.within as Expression<string>),
    )
    .$if(search !== undefined, (query) =>
      query
        .where(sql<SqlBool>`site.search_terms @> ${search?.terms}::text[]`)
        .where(sql<SqlBool>`site.search_text like all (${search?.likes}::text[])`),
    );
}
