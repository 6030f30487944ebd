import { type Expression, type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import type { Bounds } from "#app/map/bounds.ts";
import { rangesCovering } from "#app/map/cell.ts";
import { searchQuery } from "#app/search/terms.ts";
import type { stages } from "../../members/kinds.ts";
import type { SiteGap, SiteKind, SiteStatus } from "../kinds.ts";
import { ownSiteConcern, visibleSite } from "../visible.server.ts";
import { weigh } from "./weigh-filter.server.ts";

export type SiteFilter = {
  kind?: SiteKind;
  town?: string;
  stage?: (typeof stages)[number];
  /** left out: every site that has not ended */
  status?: SiteStatus;
  organization?: string;
  /** a household's code */
  household?: string;
  species?: string;
  q?: string;
  /** all that the filter finds, where that is little: see `weigh` */
  few?: string[];
  /** how often q is found nearby in the list, where that is often: see `weigh` */
  common?: { count: number; areaM2: number; volumeM3: number; more: boolean };
  bbox?: Bounds;
  gap?: SiteGap;
  /** a set of site ids that a higher feature asks for */
  within?: Expression<string>;
};

const inForce = sql`p.kind = 'aquaculture' and p.ended_on is null`;

const gaps: Record<SiteGap, ReturnType<typeof sql<SqlBool>>> = {
  position: sql<SqlBool>`site.lng is null`,
  area: sql<SqlBool>`site.kind in ('water_area', 'earth_pond', 'rice_field') and site.registered_area_m2 is null`,
  size: sql<SqlBool>`site.kind = 'pond' and site.volume_m3 is null`,
  // By way of the operators, who are few: hardly any is without a permit, and only their sites need be looked at.
  permit: sql<SqlBool>`site.kind in ('pond', 'earth_pond', 'raceway', 'water_area')
    and (site.alliance_id, site.operator_id) in (select o.alliance_id, o.id from organization o where not exists (
      select 1 from permit p where p.alliance_id = o.alliance_id and p.organization_id = o.id and ${inForce}))
    and not exists (select 1 from permit p where p.alliance_id = site.alliance_id and p.site_id = site.id and ${inForce})`,
};

/** A page of sites by pinyin of their names, with what lists and map layers show; outlines only where asked for. */
export async function listSites(
  viewer: Viewer,
  filter: SiteFilter,
  { after, limit, outlines = false }: { after?: PageKey; limit: number; outlines?: boolean },
  db: Db = database,
) {
  const rows = await filteredSites(viewer, await weigh(viewer, filter, { after }, db), db)
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

/** What lacks something in the order of the list, in which an index has it; the rest in any. */
export const firstSites = (viewer: Viewer, filter: SiteFilter, db: Db) =>
  filteredSites(viewer, filter, db).$if(filter.gap !== undefined, (query) =>
    query.orderBy("site.sortKey").orderBy("site.id"),
  );

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
    .$if(filter.household !== undefined, (query) =>
      query.where("site.householdCode", "=", filter.household as string).where(ownSiteConcern(viewer)),
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
    .$if(filter.few !== undefined, (query) => query.where(sql<SqlBool>`site.id = any(${filter.few}::uuid[])`))
    .$if(filter.within !== undefined, (query) =>
      query.where("site.id", "in", filter.within as Expression<string>),
    )
    .$if(search !== undefined && !filter.common, (query) =>
      query.where(sql<SqlBool>`site.search_terms @> ${search?.terms}::text[]`),
    )
    .$if(search !== undefined, (query) =>
      query.where(sql<SqlBool>`site.search_text like all (${search?.likes}::text[])`),
    );
}
