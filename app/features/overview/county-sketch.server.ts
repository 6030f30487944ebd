import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from "geojson";
import type { Viewer } from "#app/auth/viewer.ts";
import { boundsOf } from "#app/map/bounds.ts";
import { hanyin } from "#db/reference/hanyin.ts";
import neighbours from "#db/reference/neighbour-counties.json" with { type: "json" };
import { findBoundary } from "../members/queries/places.server.ts";
import { listTowns } from "../members/queries/towns.server.ts";

type Role = "county" | "neighbour" | "neighbour-label" | "town";
type Sketched = Feature<Point | Polygon | MultiPolygon, { role: Role; name?: string; code?: string }>;

/** The ground every map stands on: the county, its towns, and the counties around where they are known. */
export async function sketchCounty(viewer: Viewer): Promise<FeatureCollection> {
  const [boundary, towns] = await Promise.all([findBoundary(viewer), listTowns(viewer)]);
  const county = boundary as Feature<Polygon | MultiPolygon> | null;
  const around = towns.some(({ code }) => code.startsWith(hanyin.code)) ? neighbourFeatures() : [];
  return {
    type: "FeatureCollection",
    features: [
      ...around,
      ...(county ? [{ ...county, properties: { role: "county" as const } }] : []),
      ...towns.flatMap(({ code, name, lng, lat }): Sketched[] =>
        lng === null || lat === null
          ? []
          : [{ ...pointAt(lng, lat), properties: { role: "town", code, name } }],
      ),
    ],
  };
}

function neighbourFeatures(): Sketched[] {
  return neighbours.features.flatMap(({ properties: { code, name }, geometry }) => {
    const outline = geometry as MultiPolygon;
    const [west = 0, south = 0, east = 0, north = 0] = boundsOf([outline]) ?? [];
    return [
      { type: "Feature", properties: { role: "neighbour", code, name }, geometry: outline },
      {
        ...pointAt((west + east) / 2, (south + north) / 2),
        properties: { role: "neighbour-label", code, name },
      },
    ];
  });
}

const pointAt = (lng: number, lat: number) => ({
  type: "Feature" as const,
  geometry: { type: "Point" as const, coordinates: [lng, lat] },
});
