import gcoord from "gcoord";
import type { Position } from "geojson";
import { type Outline, outlineOf, polygonsOf } from "./outline.ts";

/** WGS 84: satellite receivers and Tianditu; GCJ-02: Amap, Tencent and most maps on Chinese phones. */
export const coordinateSystems = ["wgs84", "gcj02"] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** What is kept is WGS 84: whatever comes from elsewhere is converted once, where it comes in. */
export const toWgs84 = (outline: Outline, from: CoordinateSystem): Outline =>
  from === "wgs84"
    ? outline
    : outlineOf(
        polygonsOf(outline).map((rings) =>
          rings.map((ring) =>
            ring.map(
              ([lng = 0, lat = 0]): Position => gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84),
            ),
          ),
        ),
      );
