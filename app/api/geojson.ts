import { z } from "@hono/zod-openapi";
import type { MultiPolygon, Point, Polygon, Position } from "geojson";

/** `outline` as the database keeps it: a Polygon or MultiPolygon, which its column's type does not know. */
type Place = { lng: number | null; lat: number | null; outline?: unknown };

/** 7 decimals are a centimetre. */
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** RFC 7946: an outline where there is one, else a point, else nothing; outer rings run counter-clockwise. */
export function geometryOf({ lng, lat, ...place }: Place): Point | Polygon | MultiPolygon | null {
  const outline = place.outline as Polygon | MultiPolygon | null | undefined;
  if (outline?.type === "Polygon") return { type: "Polygon", coordinates: wind(outline.coordinates) };
  if (outline) return { type: "MultiPolygon", coordinates: outline.coordinates.map(wind) };
  return lng === null || lat === null ? null : { type: "Point", coordinates: [round(lng), round(lat)] };
}

function wind(rings: Position[][]) {
  return rings.map((ring, i) => {
    const rounded = ring.map(([lng = 0, lat = 0]) => [round(lng), round(lat)]);
    return isCounterClockwise(rounded) === (i === 0) ? rounded : rounded.reverse();
  });
}

function isCounterClockwise(ring: number[][]) {
  const [originLng = 0, originLat = 0] = ring[0] ?? [];
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    doubled += (x0 - originLng) * (y1 - originLat) - (x1 - originLng) * (y0 - originLat);
  }
  return doubled > 0;
}

const position = z.array(z.number()).min(2).max(2);
const rings = z.array(z.array(position).min(4));
export const geometry = z
  .union([
    z.object({ type: z.literal("Point"), coordinates: position }),
    z.object({ type: z.literal("Polygon"), coordinates: rings }),
    z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(rings) }),
  ])
  .nullable()
  .openapi("Geometry", { description: "WGS 84, longitude first; null where no position is known" });

/** A FeatureCollection with one foreign member: `next`, as lists have it. */
export const collectionOf = (properties: z.ZodType) =>
  z.object({
    type: z.literal("FeatureCollection"),
    features: z.array(z.object({ type: z.literal("Feature"), id: z.uuid(), geometry, properties })),
    next: z
      .string()
      .nullable()
      .openapi({ description: "Goes into `after` for what is left; null at the end" }),
  });
