import { flatArea, type Metres } from "./geometry.ts";

type Field = (x: number, y: number) => number;
type Box = { west: number; south: number; east: number; north: number };

/** Where the field crosses zero between two corners of a cell. */
function crossing(a: Metres, b: Metres, valueA: number, valueB: number): Metres {
  const share = valueA / (valueA - valueB);
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/**
 * The outermost zero line of a field that is negative at the rim of the box, by marching squares.
 * Cell edges are named, so that the pieces of neighbouring cells find each other without comparing floats.
 */
export function outermostLine(field: Field, { west, south, east, north }: Box, step: number): Metres[] {
  const columns = Math.ceil((east - west) / step);
  const rows = Math.ceil((north - south) / step);
  const atX = (column: number) => west + column * step;
  const atY = (row: number) => south + row * step;
  const values = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (_, column) => field(atX(column), atY(row))),
  );
  const value = (column: number, row: number) => (values[row] as number[])[column] as number;

  const points = new Map<string, Metres>();
  const next = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      // Corners run counterclockwise; the zero line enters where the field falls below zero and leaves where it rises.
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ] as const;
      const keys = [
        `h${column},${row}`,
        `v${column + 1},${row}`,
        `h${column},${row + 1}`,
        `v${column},${row}`,
      ];
      const falls: string[] = [];
      const rises: string[] = [];
      corners.forEach(([x, y], index) => {
        const [nextX, nextY] = corners[(index + 1) % 4] as readonly [number, number];
        const here = value(x, y);
        const there = value(nextX, nextY);
        if (here > 0 === there > 0) return;
        const key = keys[index] as string;
        points.set(key, crossing([atX(x), atY(y)], [atX(nextX), atY(nextY)], here, there));
        (here > 0 ? falls : rises).push(key);
      });
      for (const [index, key] of falls.entries()) next.set(key, rises[index] as string);
    }
  }

  let longest: Metres[] = [];
  while (next.size > 0) {
    const line: Metres[] = [];
    let key = next.keys().next().value;
    while (key !== undefined && next.has(key)) {
      line.push(points.get(key) as Metres);
      const following = next.get(key);
      next.delete(key);
      key = following;
    }
    if (Math.abs(flatArea(line)) > Math.abs(flatArea(longest))) longest = line;
  }
  return longest;
}

/** Leaves out, one after the other, the corner that spans the smallest triangle with its neighbours (Visvalingam). */
export function simplified(ring: readonly Metres[], corners: number) {
  const kept = [...ring];
  while (kept.length > corners) {
    let smallest = Number.POSITIVE_INFINITY;
    let weakest = 0;
    for (let index = 0; index < kept.length; index++) {
      const triangle = [kept.at(index - 1), kept[index], kept[(index + 1) % kept.length]] as Metres[];
      const area = Math.abs(flatArea(triangle));
      if (area < smallest) {
        smallest = area;
        weakest = index;
      }
    }
    kept.splice(weakest, 1);
  }
  return kept;
}
