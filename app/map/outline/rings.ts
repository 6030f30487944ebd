import type { Position } from "geojson";
import { isInside, type Outline, polygonsOf } from "./outline.ts";
import { type OutlineReading, readOutline } from "./read-outline.ts";

/** A ring while it is drawn: its corners once each, under a name that stays. */
export type Ring = { id: string; hole: boolean; corners: Position[] };

export const ringsOf = (outline: Outline | null): Ring[] =>
  outline
    ? polygonsOf(outline).flatMap((rings) =>
        rings.map((ring, i) => ({ id: crypto.randomUUID(), hole: i > 0, corners: ring.slice(0, -1) })),
      )
    : [];

const close = (corners: Position[]) => [...corners, ...corners.slice(0, 1)];

/** The rings as one outline: every hole goes to the outer ring around it. undefined of no ring at all. */
export function readRings(rings: Ring[]): OutlineReading | undefined {
  const [first, ...others] = rings.filter(({ hole }) => !hole).map(({ corners }) => [close(corners)]);
  const holes = rings.filter(({ hole }) => hole).map(({ corners }) => close(corners));
  if (!first) return holes.length > 0 ? { problem: { reason: "holeOutside", at: holes[0]?.[0] } } : undefined;
  for (const hole of holes) {
    const around = [first, ...others].find(
      ([outer = []]) => outer.length >= 4 && isInside(hole[0] as Position, [outer]),
    );
    (around ?? first).push(hole);
  }
  return readOutline({ type: "MultiPolygon", coordinates: [first, ...others] });
}
