import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { County } from "./context.ts";
import {
  type Metres,
  metresBetween,
  moved,
  type Outline,
  type Position,
  polygonAt,
  turned,
} from "./geometry.ts";
import type { Random } from "./random.ts";

/** What has been given a place: a circle, or an outline inside a circle. */
type Claim = { centre: Position; radius: number; outline?: Outline };

function touches(claim: Claim, { centre, radius }: Claim) {
  if (!claim.outline) return true;
  if (booleanPointInPolygon(centre, claim.outline)) return true;
  return claim.outline.coordinates.some((ring) =>
    ring.some((corner) => metresBetween(corner, centre) < radius),
  );
}

function overlap(a: Claim, b: Claim) {
  if (metresBetween(a.centre, b.centre) >= a.radius + b.radius) return false;
  if (a.outline && b.outline) return true;
  return a.outline ? touches(a, b) : touches(b, a);
}

const circle = (centre: Position, radius: number) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => moved(centre, turned([radius, 0], (eighth * Math.PI) / 4)));

export type Land = ReturnType<typeof createLand>;

/** Gives out places inside the county, each to one claimant only. */
export function createLand(boundary: County["boundary"]) {
  const claims: Claim[] = [];
  const inside = (position: Position) => booleanPointInPolygon(position, boundary);

  function isFree(claim: Claim) {
    const rim = claim.outline ? claim.outline.coordinates.flat() : circle(claim.centre, claim.radius);
    return rim.every(inside) && !claims.some((other) => overlap(other, claim));
  }

  /** The first free place between two distances (m) from a point; it is looked for further and further out. */
  function settle(
    random: Random,
    around: Position,
    [nearest, farthest]: Metres,
    at: (place: Position) => Claim,
  ) {
    for (let attempt = 0; attempt < 600; attempt++) {
      const distance = nearest + (farthest - nearest) * random.next() * ((attempt + 200) / 800);
      const angle = random.between(0, 2 * Math.PI);
      const claim = at(moved(around, [Math.cos(angle) * distance, Math.sin(angle) * distance]));
      if (!isFree(claim)) continue;
      claims.push(claim);
      return claim;
    }
    throw new Error(`no free place near ${around.join(", ")}`);
  }

  return {
    /** Whether a place lies inside the county and so far (m) from its boundary. */
    isWellInside: (place: Position, margin: number) => circle(place, margin).every(inside),
    claim: (claim: Claim) => void claims.push(claim),
    settleCircle: (random: Random, around: Position, distances: Metres, radius: number) =>
      settle(random, around, distances, (centre) => ({ centre, radius })).centre,
    /** Returns the origin of the ring and the outline there. */
    settleOutline(random: Random, around: Position, distances: Metres, ring: readonly Metres[]) {
      const radius = Math.max(...ring.map(([east, north]) => Math.hypot(east, north)));
      const claim = settle(random, around, distances, (centre) => ({
        centre,
        radius,
        outline: polygonAt(centre, ring),
      }));
      return { origin: claim.centre, outline: claim.outline as Outline };
    },
  };
}
