/** [lng, lat] in WGS 84. */
export type Position = [number, number];
/** Metres to the east and to the north of some origin. */
export type Metres = [number, number];

const metresPerDegree = 111_320;
const radians = Math.PI / 180;
/** 7 decimals are a centimetre: enough to keep tanks of one row apart, and the same on every machine. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

export function moved([lng, lat]: Position, [east, north]: Metres): Position {
  return [
    rounded(lng + east / (metresPerDegree * Math.cos(lat * radians))),
    rounded(lat + north / metresPerDegree),
  ];
}

export function metresBetween(a: Position, b: Position) {
  const east = (b[0] - a[0]) * metresPerDegree * Math.cos(((a[1] + b[1]) / 2) * radians);
  return Math.hypot(east, (b[1] - a[1]) * metresPerDegree);
}

export function turned([east, north]: Metres, angle: number): Metres {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [east * cos - north * sin, east * sin + north * cos];
}

/** Twice the signed area is summed over the edges; positive when the ring runs counterclockwise. */
export function flatArea(ring: readonly Metres[]) {
  let twice = 0;
  for (let index = 0; index < ring.length; index++) {
    const [x, y] = ring[index] as Metres;
    const [nextX, nextY] = ring[(index + 1) % ring.length] as Metres;
    twice += x * nextY - nextX * y;
  }
  return twice / 2;
}

/** Cross-products of the edges decide; touching counts as crossing. */
export function crossesItself(ring: readonly Metres[]) {
  const side = (a: Metres, b: Metres, c: Metres) =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i] as Metres;
    const b = ring[(i + 1) % ring.length] as Metres;
    for (let j = i + 2; j < ring.length; j++) {
      if (i === 0 && j === ring.length - 1) continue;
      const c = ring[j] as Metres;
      const d = ring[(j + 1) % ring.length] as Metres;
      if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) return true;
    }
  }
  return false;
}

/** An unclosed ring in metres becomes a GeoJSON polygon around its origin: counterclockwise and closed. */
export function polygonAt(origin: Position, ring: readonly Metres[]) {
  const counterclockwise = flatArea(ring) > 0 ? ring : [...ring].reverse();
  const positions = counterclockwise.map((corner) => moved(origin, corner));
  return { type: "Polygon" as const, coordinates: [[...positions, positions[0] as Position]] };
}

export type Outline = ReturnType<typeof polygonAt>;
