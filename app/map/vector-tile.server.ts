import encode from "vt-pbf";

/** Positions in a tile are whole numbers from 0 to one less than this, from its north-west corner. */
export const tileExtent = 4096;

export type TilePoint = { x: number; y: number } & Record<string, string | number | null>;

/** A vector tile with one layer of points; everything but `x` and `y` becomes their properties. */
export function encodePoints(name: string, points: TilePoint[]): Uint8Array {
  if (points.length === 0) return new Uint8Array();
  const feature = (index: number) => {
    const { x, y, ...properties } = points[index] as TilePoint;
    return { type: 1 as const, properties, loadGeometry: () => [[{ x, y }]] };
  };
  const layer = { version: 2 as const, name, extent: tileExtent, length: points.length, feature };
  return encode({ layers: { [name]: layer } });
}
