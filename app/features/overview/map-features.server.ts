import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { Viewer } from "#app/auth/viewer.ts";
import { toMu } from "#app/i18n/format.ts";
import { listOrganizations } from "../members/queries/list-organizations.server.ts";
import type { SiteFilter } from "../sites/queries/list-sites.server.ts";
import { sumSitesByOperator } from "../sites/queries/totals.server.ts";
import { mapMembersAtMost } from "./map-bounds.ts";
import { listMapSites, operatorsOfSites } from "./queries/map-sites.server.ts";

const tenths = (mu: number) => Math.round(mu * 10) / 10;

/** Sites as a map draws them: a sign for each, and the outline of those that have one. */
export async function siteFeatures(
  viewer: Viewer,
  filter: SiteFilter,
  { ponds, filled }: { ponds: boolean; filled?: Map<string, { rank: number }> },
): Promise<FeatureCollection> {
  const sites = await listMapSites(viewer, filter, { ponds });
  const features = sites.flatMap(({ lng, lat, outline, areaM2, ...site }): Feature[] => {
    const fill = filled?.get(site.id)?.rank;
    const mu = areaM2 === null ? null : tenths(toMu(areaM2));
    const properties = { ...site, mu, ...(fill === undefined ? {} : { fill }) };
    const sign: Feature = {
      type: "Feature",
      properties,
      geometry: { type: "Point", coordinates: [lng as number, lat as number] },
    };
    const shape = outline as Polygon | MultiPolygon | null;
    return shape ? [{ type: "Feature", properties, geometry: shape }, sign] : [sign];
  });
  return { type: "FeatureCollection", features };
}

/** Member villages with a position: the mu of open water and the ponds in their hands. */
export async function listMemberPlaces(viewer: Viewer, filter: SiteFilter, today: string) {
  const { q, town, ...ofSites } = filter;
  const narrowed = Object.values(ofSites).some((value) => value !== undefined);
  const { items } = await listOrganizations(
    viewer,
    {
      kind: "village",
      membership: "member",
      town,
      // A word may stand in the village's name or in its sites' names; other filters speak of sites alone.
      q: narrowed ? undefined : q,
      within: narrowed ? operatorsOfSites(viewer, filter) : undefined,
    },
    { today, limit: mapMembersAtMost },
  );
  const sums = await sumSitesByOperator(
    viewer,
    items.map(({ id }) => id),
  );
  return items.flatMap(({ id, name, townName, lng, lat }) => {
    if (lng === null || lat === null) return [];
    const of = (kind: string) => sums.find((sum) => sum.operatorId === id && sum.kind === kind);
    return [
      {
        id,
        name,
        townName,
        lng,
        lat,
        mu: tenths(toMu(of("water_area")?.areaM2 ?? 0)),
        ponds: of("pond")?.sites ?? 0,
      },
    ];
  });
}

export function memberFeatures(places: Awaited<ReturnType<typeof listMemberPlaces>>): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: places.map(({ lng, lat, townName: _, ...properties }) => ({
      type: "Feature",
      properties,
      geometry: { type: "Point", coordinates: [lng, lat] },
    })),
  };
}
