import type { Position } from "geojson";
import { crossings } from "./crossings.ts";
import { isInside, type Outline, outlineArea, outlineOf } from "./outline.ts";

export const mostVertices = 2000;

/** Why something is no outline, and where if that can be said. */
export type OutlineProblem = {
  reason:
    | "notOutline"
    | "manyPoints"
    | "outOfBounds"
    | "notClosed"
    | "fewPoints"
    | "crossing"
    | "holeOutside"
    | "overlap"
    | "tooSmall";
  at?: Position;
};
export type OutlineReading =
  | { outline: Outline; problem?: undefined }
  | { outline?: undefined; problem: OutlineProblem };

/**
 * A GeoJSON Polygon or MultiPolygon in the one form that is kept: 7 decimals, no repeated corner, outer rings
 * counter-clockwise and holes clockwise; or what is wrong with it. Rings may not even touch.
 */
export function readOutline(value: unknown, { most = mostVertices } = {}): OutlineReading {
  const given = positionsIn(value);
  if (!given) return refuse("notOutline");
  if (given.flat().reduce((sum, ring) => sum + ring.length - 1, 0) > most) return refuse("manyPoints");
  const astray = given.flat(2).find((position) => !isOnEarth(position));
  if (astray) return refuse("outOfBounds", astray.every(Number.isFinite) ? astray : undefined);
  const open = given.flat().find((ring) => !same(ring[0], ring.at(-1)));
  if (open) return refuse("notClosed", open[0]);
  const polygons = given.map((rings) => rings.map(tidy));
  const rings = polygons.flat();
  const sparse = rings.find((ring) => ring.length < 4);
  if (sparse) return refuse("fewPoints", sparse[0]);
  const [crossing] = crossings(rings, 1);
  if (crossing) return refuse("crossing", crossing);
  const misplaced = misplacedRing(polygons);
  if (misplaced) return { problem: misplaced };
  const outline = outlineOf(polygons.map((all) => all.map((ring, i) => wind(ring, i === 0))));
  return outlineArea(outline) < 1 ? refuse("tooSmall", rings[0]?.[0]) : { outline };
}

const refuse = (reason: OutlineProblem["reason"], at?: Position): OutlineReading => ({
  problem: at ? { reason, at } : { reason },
});

/** Polygons of rings of positions, without altitudes; undefined where the value is not built like that. */
function positionsIn(value: unknown): Position[][][] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : undefined;
  if (!isList(polygons) || polygons.length === 0) return undefined;
  const isPosition = (one: unknown) =>
    isList(one) && one.length >= 2 && typeof one[0] === "number" && typeof one[1] === "number";
  const isRing = (ring: unknown) => isList(ring) && ring.length > 0 && ring.every(isPosition);
  const isPolygon = (rings: unknown) => isList(rings) && rings.length > 0 && rings.every(isRing);
  if (!polygons.every(isPolygon)) return undefined;
  return (polygons as Position[][][]).map((rings) =>
    rings.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng, lat])),
  );
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

// 85.05°: where Web Mercator ends.
const isOnEarth = ([lng = Number.NaN, lat = Number.NaN]: Position) =>
  Math.abs(lng) <= 180 && Math.abs(lat) <= 85;

const same = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** About a centimetre. */
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7 + 0;

const tidy = (ring: Position[]) =>
  ring
    .map(([lng = 0, lat = 0]) => [round(lng), round(lat)])
    .filter((position, i, all) => i === 0 || !same(position, all[i - 1]));

/** Rings that don't cross lie inside or outside one another as any of their corners does. */
function misplacedRing(polygons: Position[][][]): OutlineProblem | undefined {
  for (const [outer = [], ...holes] of polygons) {
    for (const hole of holes) {
      const corner = hole[0] as Position;
      if (!isInside(corner, [outer])) return { reason: "holeOutside", at: corner };
      if (holes.some((other) => other !== hole && isInside(corner, [other])))
        return { reason: "overlap", at: corner };
    }
  }
  for (const polygon of polygons) {
    const corner = polygon[0]?.[0] as Position;
    if (polygons.some((other) => other !== polygon && isInside(corner, other)))
      return { reason: "overlap", at: corner };
  }
  return undefined;
}

function wind(ring: Position[], counterClockwise: boolean) {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  const doubled = ring.reduce((sum, [x = 0, y = 0], i) => {
    const [x2 = 0, y2 = 0] = ring[i + 1] ?? ring[0] ?? [];
    return sum + (x - x0) * (y2 - y0) - (x2 - x0) * (y - y0);
  }, 0);
  return doubled > 0 === counterClockwise ? ring : [...ring].reverse();
}
