import simplify from "@turf/simplify";
import type { Position } from "geojson";
import { countVertices, type Outline, outlineArea, outlineOf, polygonsOf } from "./outline.ts";
import { readOutline } from "./read-outline.ts";

const metresPerDegree = 111_195;

export type Simplification = {
  outline: Outline;
  vertices: { before: number; after: number };
  /** m² */
  area: { before: number; after: number };
};

/** Fewer vertices, none farther than the tolerance from the outline as it was; what would cross itself is simplified less. */
export function simplifyOutline(outline: Outline, toleranceMetres: number): Simplification {
  // Until a tenth of a millimetre, where nothing is left out of anything.
  for (let tolerance = toleranceMetres; tolerance > 1e-4; tolerance /= 2) {
    const { outline: simpler } = readOutline(reduce(outline, tolerance), { most: Number.POSITIVE_INFINITY });
    if (simpler) return compare(outline, simpler);
  }
  return compare(outline, outline);
}

/** On a plane laid at the outline, where a degree is as long in either direction. */
function reduce(outline: Outline, toleranceMetres: number) {
  const [, lat = 0] = polygonsOf(outline)[0]?.[0]?.[0] ?? [];
  const shrink = Math.cos((lat * Math.PI) / 180);
  const plane = scale(outline, shrink);
  return scale(
    simplify(plane, { tolerance: toleranceMetres / metresPerDegree, highQuality: true }),
    1 / shrink,
  );
}

const scale = (outline: Outline, factor: number): Outline =>
  outlineOf(
    polygonsOf(outline).map((rings) =>
      rings.map((ring) => ring.map(([lng = 0, lat = 0]): Position => [lng * factor, lat])),
    ),
  );

const compare = (before: Outline, after: Outline): Simplification => ({
  outline: after,
  vertices: { before: countVertices(before), after: countVertices(after) },
  area: { before: outlineArea(before), after: outlineArea(after) },
});
