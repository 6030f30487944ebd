import type { Position } from "geojson";
import { isInside, type Outline, outlineArea, polygonsOf } from "./outline.ts";

/** A place inside the largest part of an outline: its middle, or beside it where the outline bends around that. */
export function centreOf(outline: Outline): { lng: number; lat: number } {
  const area = (coordinates: Position[][]) => outlineArea({ type: "Polygon", coordinates });
  const [rings = []] = [...polygonsOf(outline)].sort((a, b) => area(b) - area(a));
  const [lng, lat] = centroid(rings[0] ?? []);
  const inside = isInside([lng, lat], rings) ? lng : middleOfWidest(rings, lat);
  return { lng: round(inside), lat: round(lat) };
}

/** Six decimals, a tenth of a metre: as positions are typed. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

function centroid(ring: Position[]): [number, number] {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let [doubled, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [(ring[i - 1]?.[0] ?? 0) - x0, (ring[i - 1]?.[1] ?? 0) - y0];
    const [bx, by] = [(ring[i]?.[0] ?? 0) - x0, (ring[i]?.[1] ?? 0) - y0];
    const part = ax * by - bx * ay;
    doubled += part;
    x += (ax + bx) * part;
    y += (ay + by) * part;
  }
  return [x0 + x / (3 * doubled), y0 + y / (3 * doubled)];
}

/** Along a parallel, the middle of the widest stretch inside. */
function middleOfWidest(rings: Position[][], lat: number) {
  const shores = rings.flatMap((ring) =>
    ring.slice(1).flatMap(([bx = 0, by = 0], i) => {
      const [ax = 0, ay = 0] = ring[i] ?? [];
      return ay > lat === by > lat ? [] : [ax + ((lat - ay) / (by - ay)) * (bx - ax)];
    }),
  );
  shores.sort((a, b) => a - b);
  let [west, east] = [shores[0] ?? 0, shores[0] ?? 0];
  for (let i = 0; i + 1 < shores.length; i += 2) {
    const [from, to] = [shores[i] ?? 0, shores[i + 1] ?? 0];
    if (to - from > east - west) [west, east] = [from, to];
  }
  return (west + east) / 2;
}
