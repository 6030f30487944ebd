import type { Position } from "geojson";

type Point = { x: number; y: number };
type Edge = { from: Point; to: Point; ring: number; index: number; last: number };

/** Steps of 1e-7°, about a centimetre: whole numbers, so that nothing is decided by rounding up to 6° across. */
const stepsPerDegree = 1e7;
const toPoint = ([lng = 0, lat = 0]: Position): Point => ({
  x: Math.round(lng * stepsPerDegree),
  y: Math.round(lat * stepsPerDegree),
});
const toPosition = ({ x, y }: Point): Position => [x / stepsPerDegree, y / stepsPerDegree];

/**
 * Where the edges of closed rings cross, touch or fold back, of one ring and between rings; at most `most` places.
 * Neighbours on a ring share their corner.
 */
export function crossings(rings: Position[][], most = 20): Position[] {
  const edges = rings.flatMap(edgesOf).sort((a, b) => west(a) - west(b));
  const places: Position[] = [];
  for (const [i, edge] of edges.entries()) {
    const east = Math.max(edge.from.x, edge.to.x);
    for (let j = i + 1; j < edges.length; j++) {
      const other = edges[j] as Edge;
      if (west(other) > east) break;
      const place = meeting(edge, other);
      if (place) places.push(toPosition(place));
      if (places.length === most) return places;
    }
  }
  return places;
}

function edgesOf(ring: Position[], number: number): Edge[] {
  const points = ring.map(toPoint);
  return points.slice(1).map((to, index) => ({
    from: points[index] as Point,
    to,
    ring: number,
    index,
    last: points.length - 2,
  }));
}

const west = ({ from, to }: Edge) => Math.min(from.x, to.x);

function meeting(a: Edge, b: Edge) {
  const gap = Math.abs(a.index - b.index);
  if (a.ring === b.ring && (gap === 1 || gap === a.last)) return foldedCorner(a, b);
  const [a1, a2] = [turn(b.from, b.to, a.from), turn(b.from, b.to, a.to)];
  const [b1, b2] = [turn(a.from, a.to, b.from), turn(a.from, a.to, b.to)];
  if (Math.sign(a1) * Math.sign(a2) < 0 && Math.sign(b1) * Math.sign(b2) < 0) {
    const share = a1 / (a1 - a2);
    return { x: a.from.x + share * (a.to.x - a.from.x), y: a.from.y + share * (a.to.y - a.from.y) };
  }
  if (a1 === 0 && within(a.from, b)) return a.from;
  if (a2 === 0 && within(a.to, b)) return a.to;
  if (b1 === 0 && within(b.from, a)) return b.from;
  return b2 === 0 && within(b.to, a) ? b.to : undefined;
}

/** Neighbours that run back over each other. */
function foldedCorner(a: Edge, b: Edge) {
  const corners = [
    { corner: a.to, meets: b.from, far: [a.from, b.to] },
    { corner: a.from, meets: b.to, far: [a.to, b.from] },
  ];
  for (const { corner, meets, far } of corners) {
    const [p, q] = far as [Point, Point];
    if (corner.x !== meets.x || corner.y !== meets.y || turn(p, corner, q) !== 0) continue;
    if ((p.x - corner.x) * (q.x - corner.x) + (p.y - corner.y) * (q.y - corner.y) > 0) return corner;
  }
  return undefined;
}

/** Above 0: `point` lies left of the way from → to; 0: on its line. */
const turn = (from: Point, to: Point, point: Point) =>
  (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);

const within = ({ x, y }: Point, { from, to }: Edge) =>
  Math.min(from.x, to.x) <= x &&
  x <= Math.max(from.x, to.x) &&
  Math.min(from.y, to.y) <= y &&
  y <= Math.max(from.y, to.y);
