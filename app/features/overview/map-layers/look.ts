import type { ExpressionSpecification } from "#app/map/engine.ts";

/** Signs are small from afar. */
export const signSize: ExpressionSpecification = [
  "interpolate",
  ["linear"],
  ["zoom"],
  8,
  0.6,
  12,
  0.85,
  15,
  1.1,
];

/** What is not in use stands back. */
export const faded: ExpressionSpecification = ["case", ["==", ["get", "status"], "in_use"], 1, 0.5];
