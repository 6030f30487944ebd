import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { SiteKind } from "./kinds.ts";

type Place = { lng: number; lat: number };
export type Boundary = Feature<Polygon | MultiPolygon>;

/** Kinds that lie in the county; others may stand anywhere (an outlet in the provincial capital). */
const boundKinds: SiteKind[] = ["pond", "earth_pond", "raceway", "water_area", "rice_field"];
const refusedBeyondKm = 5;
const farFromVillageKm = 10;

export type PositionWarning = "outsideCounty" | "farFromVillage";
export type PositionVerdict = { refused: boolean; warnings: PositionWarning[] };

/** The bounds of domain.md on where a site may lie; nothing is said where boundary or village point are unknown. */
export function judgePosition(
  kind: SiteKind,
  place: Place,
  { boundary, village }: { boundary?: Boundary | null; village?: Place | null },
): PositionVerdict {
  const warnings: PositionWarning[] = [];
  const outsideKm = boundary ? distanceOutside(place, boundary) : 0;
  if (outsideKm > 0) warnings.push("outsideCounty");
  if (village && distanceKm(place, village) > farFromVillageKm) warnings.push("farFromVillage");
  return { refused: boundKinds.includes(kind) && outsideKm > refusedBeyondKm, warnings };
}

/** km to the boundary's nearest edge; 0 inside. */
function distanceOutside(place: Place, boundary: Boundary) {
  if (booleanPointInPolygon([place.lng, place.lat], boundary)) return 0;
  const { geometry } = boundary;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      nearest = Math.min(nearest, distanceToEdge(place, ring[i - 1] ?? [], ring[i] ?? []));
    }
  }
  return nearest;
}

const kmPerDegree = 111.195;

/** km on a plane laid at the place: exact enough within a county. */
function toPlane(place: Place, [lng = 0, lat = 0]: number[]) {
  const shrink = Math.cos((place.lat * Math.PI) / 180);
  return { x: (lng - place.lng) * kmPerDegree * shrink, y: (lat - place.lat) * kmPerDegree };
}

function distanceToEdge(place: Place, from: number[], to: number[]) {
  const a = toPlane(place, from);
  const b = toPlane(place, to);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * dx + a.y * dy) / length));
  return Math.hypot(a.x + along * dx, a.y + along * dy);
}

export function distanceKm(from: Place, to: Place) {
  const { x, y } = toPlane(from, [to.lng, to.lat]);
  return Math.hypot(x, y);
}
