import type { Position } from "geojson";
import { v4 as uuidv4 } from "uuid";
import { isInside, type Outline, polygonsOf } from "./outline.ts";
import { type OutlineReading, readOutline } from "./read-outline.ts";

/** A ring while it is drawn: its corners once each, under an id that stays. */
export type Ring = { id: string; hole: boolean; corners: Position[] };

export const ringsOf = (outline: Outline | null): Ring[] =>
  outline
    ? polygonsOf(outline).flatMap((rings) =>
        rings.map((ring, i) => ({ id: uuidv4(), hole: i > 0, corners: ring.slice(0, -1) })),
      )
    : [];

export const closeRing = (corners: Position[]) => [...corners, ...corners.slice(0, 1)];

/** The rings as one outline: every hole goes to the outer ring around it. undefined of no ring at all. */
export function readRings(rings: Ring[], bounds?: { most: number }): OutlineReading | undefined {
  const polygons = rings.filter(({ hole }) => !hole).map(({ corners }) => [closeRing(corners)]);
  for (const { hole, corners } of rings) {
    if (!hole) continue;
    const around = polygons.find(
      ([outer = []]) => outer.length >= 4 && corners[0] && isInside(corners[0], [outer]),
    );
    if (!around) return { problem: { reason: "holeOutside", at: corners[0] } };
    around.push(closeRing(corners));
  }
  if (polygons.length === 0) return undefined;
  return readOutline({ type: "MultiPolygon", coordinates: polygons }, bounds);
}

export const withCorners = (rings: Ring[], id: string, change: (corners: Position[]) => Position[]) =>
  rings
    .map((ring) => (ring.id === id ? { ...ring, corners: change(ring.corners) } : ring))
    .filter(({ corners }) => corners.length > 0);

/** A corner more at the end of a ring that is walked along; without one it begins a new ring. */
export function walkOn(
  rings: Ring[],
  corner: Position,
  { id, hole }: { id: string | undefined; hole: boolean },
) {
  const walked = rings.find((ring) => ring.id === id);
  if (walked) return { id, rings: withCorners(rings, walked.id, (corners) => [...corners, corner]) };
  const ring = { id: uuidv4(), hole, corners: [corner] };
  return { id: ring.id, rings: [...rings, ring] };
}

/** A corner more where a ring passes nearest. */
export function insertCorner(rings: Ring[], corner: Position): Ring[] {
  const edges = rings.flatMap(({ id, corners }) =>
    corners.map((from, i) => ({
      id,
      i,
      distance: distance(corner, from, corners[(i + 1) % corners.length]),
    })),
  );
  const [nearest] = edges.sort((a, b) => a.distance - b.distance);
  if (!nearest) return rings;
  return withCorners(rings, nearest.id, (corners) => [
    ...corners.slice(0, nearest.i + 1),
    corner,
    ...corners.slice(nearest.i + 1),
  ]);
}

/** From a place to an edge, in degrees of latitude. */
function distance([lng = 0, lat = 0]: Position, from: Position, to: Position = from) {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const [ax, ay] = [((from[0] ?? 0) - lng) * shrink, (from[1] ?? 0) - lat];
  const [dx, dy] = [((to[0] ?? 0) - lng) * shrink - ax, (to[1] ?? 0) - lat - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}
