import type { Geometry, Point } from "geojson";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Bounds, boundsAround, boundsOf, withRoom } from "#app/map/bounds.ts";
import { mapSettings } from "#app/map/settings.server.ts";
import { findBoundary } from "../members/queries/places.server.ts";
import { sumSites } from "../sites/queries/sum-sites.server.ts";
import { mapSitesAtMost } from "./map-bounds.ts";
import { measureSites } from "./queries/map-sites.server.ts";

type Position = { lng: number | null; lat: number | null };
export type SmallMapView = Awaited<ReturnType<typeof viewAround>>;

async function viewAround(bounds: Bounds | undefined, filter: string, geometries: Geometry[] = []) {
  if (!bounds) return undefined;
  return {
    settings: await mapSettings(),
    bounds,
    filter,
    selected: geometries.map((geometry) => ({ type: "Feature" as const, properties: {}, geometry })),
  };
}

/** Around one site, with its neighbours of the same operator. */
export function mapOfSite(site: Position & { operatorId: string; outline: unknown }) {
  const outline = site.outline as Geometry | null;
  const point = pointOf(site);
  const bounds = boundsOf([outline]);
  return viewAround(
    bounds ? withRoom(bounds) : point && boundsAround(placeOf(point), 500),
    `organization=${site.operatorId}`,
    [outline, point].filter((geometry) => geometry !== null && geometry !== undefined),
  );
}

/** The sites an organization owns or operates, and where it has its seat itself. */
export const mapOfOrganization = (viewer: Viewer, organization: Position & { id: string }) =>
  mapOfSites(viewer, { organization: organization.id }, pointOf(organization));

/** The sites that lie in a town. */
export const mapOfTown = (viewer: Viewer, town: string) => mapOfSites(viewer, { town });

/** The sites of one filter, and a point to mark among them; nothing where there is neither, or too many to draw. */
async function mapOfSites(
  viewer: Viewer,
  filter: { organization: string } | { town: string },
  point?: Point,
) {
  const { west, south, east, north, count } = await measureSites(viewer, filter);
  const corners: Geometry[] =
    west === null || south === null || east === null || north === null
      ? []
      : [
          {
            type: "MultiPoint",
            coordinates: [
              [west, south],
              [east, north],
            ],
          },
        ];
  const bounds = boundsOf([...corners, point]);
  if (count > mapSitesAtMost) return undefined;
  return viewAround(bounds && withRoom(bounds), new URLSearchParams(filter).toString(), point ? [point] : []);
}

/** The whole county; nothing where its boundary is not known, or too many sites for a picture. */
export async function mapOfCounty(viewer: Viewer) {
  const [boundary, { count }] = await Promise.all([findBoundary(viewer), sumSites(viewer, {})]);
  if (count > mapSitesAtMost) return undefined;
  return viewAround(boundsOf([(boundary as { geometry: Geometry } | null)?.geometry]), "");
}

const pointOf = ({ lng, lat }: Position) =>
  lng === null || lat === null ? undefined : { type: "Point" as const, coordinates: [lng, lat] };

const placeOf = ({ coordinates: [lng = 0, lat = 0] }: { coordinates: number[] }) => ({ lng, lat });
