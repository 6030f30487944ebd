import type { Bounds } from "./bounds.ts";

const zoom = 24;
const size = 2 ** zoom;
const maxLatitude = 85.0511287798066;

const column = (lng: number) => Math.min(size - 1, Math.max(0, Math.floor(((lng + 180) / 360) * size)));

function row(lat: number) {
  const clamped = Math.min(maxLatitude, Math.max(-maxLatitude, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return Math.min(size - 1, Math.max(0, Math.floor(y * size)));
}

/** Zoom-24 Morton number (bits of column and row interleaved) of a place in WGS 84: below 2^48, one range per tile. */
export const cellOf = ({ lng, lat }: { lng: number; lat: number }) => interleave(column(lng), row(lat), zoom);

/** A tile of the web's usual scheme: `y` counts from the north. */
export type Tile = { z: number; x: number; y: number };

export const mostZoom = 22;

/** The cells of a tile: from `from` on and below `to`. */
export function tileRange({ z, x, y }: Tile) {
  const cells = 4 ** (zoom - z);
  const from = interleave(x, y, z) * cells;
  return { from, to: from + cells };
}

/** Ranges of cells, at most sixteen, that together hold everything within bounds, and some of what lies around. */
export function rangesCovering([west, south, east, north]: Bounds) {
  const [left, right, top, bottom] = [column(west), column(east), row(north), row(south)];
  const across = Math.max(right - left, bottom - top) + 1;
  // Tiles at least a third as wide as the bounds: four of them reach across wherever the bounds begin.
  const bits = Math.min(zoom, Math.max(0, Math.ceil(Math.log2(across / 3))));
  const ranges: { from: number; to: number }[] = [];
  for (let y = top >> bits; y <= bottom >> bits; y++) {
    for (let x = left >> bits; x <= right >> bits; x++) ranges.push(tileRange({ z: zoom - bits, x, y }));
  }
  return ranges;
}

/** How many bits of a cell number to drop so that a tile of zoom `z` falls into 2^depth groups each way. */
export const groupShift = (z: number, depth: number) => 2 * Math.max(0, zoom - z - depth);

function interleave(x: number, y: number, bits: number) {
  let number = 0;
  for (let bit = bits - 1; bit >= 0; bit--) number = number * 4 + ((y >> bit) & 1) * 2 + ((x >> bit) & 1);
  return number;
}
