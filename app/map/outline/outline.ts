import turfArea from "@turf/area";
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import type { MultiPolygon, Polygon, Position } from "geojson";

/** The outline of a water or a field: WGS 84, RFC 7946. */
export type Outline = Polygon | MultiPolygon;

/** Area on the sphere, m² to 0.01. */
export const outlineArea = (outline: Outline) => Math.round(turfArea(outline) * 100) / 100;

/** Outer rings and holes of each of its polygons. */
export const polygonsOf = (outline: Outline): Position[][][] =>
  outline.type === "Polygon" ? [outline.coordinates] : outline.coordinates;

export const outlineOf = (polygons: Position[][][]): Outline => {
  const [only, ...others] = polygons;
  return only && others.length === 0
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
};

/** Vertices, the closing ones not counted twice. */
export const countVertices = (outline: Outline) =>
  polygonsOf(outline)
    .flat()
    .reduce((sum, ring) => sum + ring.length - 1, 0);

export const isInside = (place: Position, rings: Position[][]) =>
  booleanPointInPolygon(place, { type: "Polygon", coordinates: rings });
