import { outermostLine, simplified } from "./contour.ts";
import { crossesItself, flatArea, type Metres, turned } from "./geometry.ts";
import type { Random } from "./random.ts";

type Node = { x: number; y: number; radius: number };

/** A winding line of nodes that get narrower upstream. */
function valley(random: Random, start: Node, heading: number, length: number, end: number): Node[] {
  const steps = Math.max(4, Math.round(length / 0.08));
  const nodes = [start];
  let bend = random.between(-0.12, 0.12);
  let direction = heading;
  for (let step = 1; step <= steps; step++) {
    bend = bend * 0.8 + random.between(-0.16, 0.16);
    direction += bend;
    const last = nodes.at(-1) as Node;
    nodes.push({
      x: last.x + (Math.cos(direction) * length) / steps,
      y: last.y + (Math.sin(direction) * length) / steps,
      radius: start.radius + (end - start.radius) * (step / steps) ** 0.8,
    });
  }
  return nodes;
}

/** How far inside (positive) or outside the tapered strip between two nodes a point lies. */
function depth(x: number, y: number, a: Node, b: Node) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy)));
  return a.radius + (b.radius - a.radius) * along - Math.hypot(x - a.x - dx * along, y - a.y - dy * along);
}

function drownedValley(random: Random, arms: number, corners: number) {
  const width = random.between(0.085, 0.12);
  const stem = valley(random, { x: 0, y: 0, radius: width }, 0, 1, 0.022);
  const valleys = [stem];
  for (let arm = 0; arm < arms; arm++) {
    const root = stem[random.integer(2, stem.length - 4)] as Node;
    const heading = (arm % 2 === 0 ? 1 : -1) * random.between(0.8, 1.4);
    const start = { ...root, radius: root.radius * random.between(0.55, 0.8) };
    valleys.push(valley(random, start, heading, random.between(0.2, 0.42), 0.018));
  }
  const [waveX, waveY] = [random.between(14, 22), random.between(14, 22)];
  const [phaseX, phaseY] = [random.between(0, 6), random.between(0, 6)];
  const shore = (x: number, y: number) => {
    let inside = Number.NEGATIVE_INFINITY;
    for (const nodes of valleys) {
      for (let index = 1; index < nodes.length; index++) {
        inside = Math.max(inside, depth(x, y, nodes[index - 1] as Node, nodes[index] as Node));
      }
    }
    const ripple = 0.008 * (Math.sin(x * waveX + phaseX) + Math.sin(y * waveY + phaseY));
    // The dam stands straight across the valley's mouth.
    return Math.min(inside + ripple, x + 0.01);
  };
  const nodes = valleys.flat();
  const rim = 0.15;
  const box = {
    west: Math.min(...nodes.map((node) => node.x)) - rim,
    south: Math.min(...nodes.map((node) => node.y)) - rim,
    east: Math.max(...nodes.map((node) => node.x)) + rim,
    north: Math.max(...nodes.map((node) => node.y)) + rim,
  };
  const ring = simplified(outermostLine(shore, box, 0.02), corners);
  const middle = stem[3] as Node;
  return ring.map(([x, y]): Metres => [x - middle.x, y - middle.y]);
}

function scaled(ring: readonly Metres[], areaM2: number, angle: number): Metres[] {
  const factor = Math.sqrt(areaM2 / Math.abs(flatArea(ring)));
  return ring.map(([x, y]) => turned([x * factor, y * factor], angle));
}

/** The shore of a valley reservoir or dam in metres around a point in its open water; a larger one has more arms and corners. */
export function planShore(random: Random, areaM2: number): Metres[] {
  const arms = areaM2 > 300_000 ? 6 : areaM2 > 80_000 ? random.integer(2, 4) : random.integer(1, 2);
  const corners = Math.min(118, 46 + arms * 10 + random.integer(0, 10));
  for (let attempt = 0; attempt < 20; attempt++) {
    const ring = drownedValley(random, arms, corners);
    if (!crossesItself(ring)) return scaled(ring, areaM2, random.between(0, 2 * Math.PI));
  }
  throw new Error("no valley without crossing shores");
}

/** A field or earth pond: a few corners around the middle, a little irregular. */
export function planPlot(random: Random, areaM2: number, corners: number): Metres[] {
  const stretch = random.between(1, 1.6);
  const ring = Array.from({ length: corners }, (_, index): Metres => {
    const angle = ((index + random.between(-0.2, 0.2)) / corners) * 2 * Math.PI;
    const radius = random.between(0.85, 1.15);
    return [Math.cos(angle) * radius * stretch, Math.sin(angle) * radius];
  });
  return scaled(ring, areaM2, random.between(0, 2 * Math.PI));
}
