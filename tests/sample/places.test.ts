import area from "@turf/area";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { describe, expect, test } from "vitest";
import { readOutline } from "#app/map/outline/read-outline.ts";
import { hanyin } from "#db/reference/hanyin.ts";
import { draws, organizationsById } from "./plan.ts";

type Position = readonly [number, number];

const inCounty = (position: Position) => booleanPointInPolygon([...position], hanyin.boundary);

function metres(a: Position, b: Position) {
  const perDegree = 111_320;
  const east = (b[0] - a[0]) * perDegree * Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot(east, (b[1] - a[1]) * perDegree);
}

/** Written apart from the plan's own check: no two edges of the ring meet but neighbours. */
function isSimple(ring: readonly Position[]) {
  const turn = (a: Position, b: Position, c: Position) =>
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  for (let i = 0; i < ring.length - 1; i++) {
    for (let j = i + 2; j < ring.length - 1; j++) {
      if (i === 0 && j === ring.length - 2) continue;
      const [a, b, c, d] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [
        Position,
        Position,
        Position,
        Position,
      ];
      if (turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0) return false;
    }
  }
  return true;
}

const shoelace = (ring: readonly Position[]) =>
  ring
    .slice(1)
    .reduce((sum, [x, y], i) => sum + (ring[i] as Position)[0] * y - x * (ring[i] as Position)[1], 0);

describe.each(draws.map((draw) => [draw.alliance.sampleAsOf, draw] as const))(
  "places as of %s",
  (_, draw) => {
    const waters = draw.sites.filter(({ kind }) => kind === "water_area");

    test("everything lies inside the county", () => {
      const outside = [...draw.sites, ...draw.organizations].filter(({ lng, lat }) => !inCounty([lng, lat]));
      expect(outside).toEqual([]);
      for (const { outline } of draw.sites)
        expect(outline?.coordinates[0]?.every(inCounty) ?? true).toBe(true);
    });

    test("outlines are closed, counterclockwise and do not cross themselves; registered areas are near the drawn", () => {
      for (const { outline, registeredAreaMu, lng, lat } of draw.sites) {
        if (!outline) continue;
        const ring = outline.coordinates[0] as Position[];
        expect(ring.at(-1)).toEqual(ring[0]);
        expect(isSimple(ring)).toBe(true);
        expect(shoelace(ring)).toBeGreaterThan(0);
        expect(booleanPointInPolygon([lng, lat], outline)).toBe(true);
        if (!registeredAreaMu) continue;
        const drawnMu = (area(outline) * 15) / 10_000;
        expect(Math.abs(drawnMu / registeredAreaMu - 1)).toBeLessThan(0.08);
      }
    });

    test("reservoirs look like valleys: 40 to 120 corners, far from a circle", () => {
      for (const { outline } of waters) {
        const ring = outline?.coordinates[0] as Position[];
        expect(ring.length).toBeGreaterThanOrEqual(40);
        expect(ring.length).toBeLessThanOrEqual(120);
        const shore = ring.slice(1).reduce((sum, corner, i) => sum + metres(ring[i] as Position, corner), 0);
        const roundness = (4 * Math.PI * area(outline as NonNullable<typeof outline>)) / shore ** 2;
        expect(roundness).toBeLessThan(0.6);
      }
    });

    test("no two ponds on one spot, none in a reservoir, all within 10 km of their village", () => {
      const ponds = draw.sites.filter(({ kind }) => kind === "pond");
      const byId = organizationsById(draw);
      for (const [index, pond] of ponds.entries()) {
        const place = [pond.lng, pond.lat] as const;
        const nearest = ponds.slice(index + 1).map(({ lng, lat }) => metres(place, [lng, lat]));
        expect(Math.min(...nearest, 1_000)).toBeGreaterThan(7);
        expect(waters.some(({ outline }) => outline && booleanPointInPolygon([...place], outline))).toBe(
          false,
        );
        const village = byId.get(pond.ownerId);
        expect(metres(place, [village?.lng ?? 0, village?.lat ?? 0])).toBeLessThan(10_000);
      }
    });

    test("reservoirs keep apart from each other and from the villages", () => {
      for (const { id, outline } of waters) {
        if (!outline) continue;
        const corners = waters
          .filter((other) => other.id !== id)
          .flatMap((other) => other.outline?.coordinates[0] ?? []);
        expect(corners.some((corner) => booleanPointInPolygon(corner, outline))).toBe(false);
        expect(draw.organizations.some(({ lng, lat }) => booleanPointInPolygon([lng, lat], outline))).toBe(
          false,
        );
      }
    });

    test("every outline is one that the editor takes as it is", () => {
      const drawn = draw.sites.filter(({ outline }) => outline);
      expect(drawn.length).toBeGreaterThan(50);
      for (const { outline } of drawn) expect(readOutline(outline).problem).toBeUndefined();
    });
  },
);
