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

/** A corner more at the end of the ring drawn last; the first corner of all begins one. */
export function addCorner(rings: Ring[], corner: Position): Ring[] {
  const last = rings.at(-1);
  return last
    ? withCorners(rings, last.id, (corners) => [...corners, corner])
    : [{ id: uuidv4(), hole: false, corners: [corner] }];
}
