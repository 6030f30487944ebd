import type { AppLoadContext } from "@remix-run/node";
import type { Geometry } from "geojson";
import type * as z from "zod";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { rowsPerPage } from "#app/http/bounds.ts";
import { type Bounds, boundsAround, boundsOf, withRoom } from "#app/map/bounds.ts";
import { mapSettings } from "#app/map/settings.server.ts";
import { listOrganizationOptions } from "../members/list-organization-options.server.ts";
import { findBoundary } from "../members/queries/places.server.ts";
import { listTowns } from "../members/queries/towns.server.ts";
import { listSites, type SiteFilter } from "../sites/queries/list-sites.server.ts";
import { sumSites } from "../sites/queries/sum-sites.server.ts";
import { mapSitesAtMost } from "./map-bounds.ts";
import { findMapCard } from "./map-card.server.ts";
import { listMemberPlaces } from "./map-features.server.ts";
import { fillClasses, fillSites } from "./map-fill.server.ts";
import type { mapView } from "./map-filter.ts";
import type { FillBy } from "./map-layers/fill.ts";
import { amongSites } from "./queries/map-fill.server.ts";
import { measureSites } from "./queries/map-sites.server.ts";

/** Where to begin when nobody knows where the county lies. */
const china: Bounds = [73, 18, 135, 54];
/** Villages of the list beside the map; the rest is reached by moving the map. */
const villagesListed = 100;

/** The map's page: what it shows of the filter and the view, before any engine draws it. */
export async function loadMapPage(viewer: Viewer, view: z.output<typeof mapView>, context: AppLoadContext) {
  const { bbox, selected, off, base = "local", fill, ...filter } = view;
  const inView = { ...filter, bbox };
  const [settings, measured, places, page, sums, towns, operators, card, boundary] = await Promise.all([
    mapSettings(),
    measureSites(viewer, filter),
    listMemberPlaces(viewer, filter, context.today),
    listFilledFirst(viewer, { filter: inView, fill }, context),
    sumSites(viewer, inView),
    listTowns(viewer),
    listOrganizationOptions(viewer, context),
    selected ? findMapCard(viewer, selected, context.today) : undefined,
    findBoundary(viewer),
  ]);
  const listed = page.items.map(({ id }) => id);
  const [, chosen] = card?.kind === "site" ? (selected?.split(":") ?? []) : [];
  const filled =
    fill && (await fillSites(viewer, fill, { ids: chosen ? [...listed, chosen] : listed }, context));
  const villages = places.filter((place) => !bbox || isInside(place, bbox));
  const own = ownOrganizationId(viewer) !== undefined;
  const everything = boundsOf([(boundary as { geometry: Geometry } | null)?.geometry]);
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return {
    settings,
    base,
    off,
    selected,
    card,
    bounds:
      bbox ??
      aroundCard(card) ??
      (narrowed || own ? extentOf(measured) : undefined) ??
      everything ??
      extentOf(measured) ??
      china,
    /** more sites than a map takes whole: they come by the tile */
    byTile: measured.count > mapSitesAtMost,
    fill: fill && fillClasses(fill, context),
    /** what the colour of a site says, in words */
    facts: Object.fromEntries([...(filled ?? [])].map(([id, { words }]) => [id, words])),
    sites: page.items,
    more: page.next !== undefined,
    sums,
    villages: villages.slice(0, villagesListed),
    villageCount: villages.length,
    towns,
    operators,
  };
}

/** Where a colour says that something is wrong, those it says it of come before all others. */
async function listFilledFirst(
  viewer: Viewer,
  { filter, fill }: { filter: SiteFilter; fill: FillBy | undefined },
  context: AppLoadContext,
) {
  const all = await listSites(viewer, filter, { limit: rowsPerPage });
  if (fill !== "alarms" && fill !== "hazards") return all;
  const ids = [...(await fillSites(viewer, fill, { filter }, context)).keys()];
  const filled = await listSites(viewer, { ...filter, within: amongSites(ids) }, { limit: rowsPerPage });
  const others = all.items.filter(({ id }) => !ids.includes(id));
  return { ...all, items: [...filled.items, ...others].slice(0, rowsPerPage) };
}

const isInside = ({ lng, lat }: { lng: number; lat: number }, [west, south, east, north]: Bounds) =>
  lng >= west && lng <= east && lat >= south && lat <= north;

function aroundCard(card: Awaited<ReturnType<typeof findMapCard>>) {
  const bounds = boundsOf(card?.features.map(({ geometry }) => geometry) ?? []);
  if (!bounds) return undefined;
  const [west, south, east, north] = bounds;
  return west === east && south === north ? boundsAround({ lng: west, lat: south }, 900) : withRoom(bounds);
}

function extentOf({ west, south, east, north }: Record<"west" | "south" | "east" | "north", number | null>) {
  if (west === null || south === null || east === null || north === null) return undefined;
  return withRoom([west, south, east, north]);
}
