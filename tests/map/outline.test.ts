import fc from "fast-check";
import gcoord from "gcoord";
import type { Polygon, Position } from "geojson";
import { expect, test } from "vitest";
import { centreOf } from "#app/map/outline/centre.ts";
import { toWgs84 } from "#app/map/outline/coordinates.ts";
import { crossings } from "#app/map/outline/crossings.ts";
import { countVertices, isInside, type Outline, outlineArea, polygonsOf } from "#app/map/outline/outline.ts";
import { readOutline } from "#app/map/outline/read-outline.ts";
import { insertCorner, readRings, ringsOf, walkOn } from "#app/map/outline/rings.ts";
import { simplifyOutline } from "#app/map/outline/simplify-outline.ts";
import { star, stars } from "./stars.ts";

/** Metres east and north of a place in the county. */
const at = (x: number, y: number): Position => [108.5 + x / 93_400, 32.9 + y / 111_195];
const ring = (...corners: [number, number][]) =>
  [...corners, corners[0] as [number, number]].map(([x, y]) => at(x, y));
const square = (x: number, y: number, side: number) =>
  ring([x, y], [x + side, y], [x + side, y + side], [x, y + side]);
const polygon = (...coordinates: Position[][]) => ({ type: "Polygon", coordinates });
const reasonOf = (value: unknown) => readOutline(value).problem?.reason;

test("whatever is seen whole from its middle is an outline, and reading it again changes nothing", () => {
  fc.assert(
    fc.property(stars, (given) => {
      const { outline, problem } = readOutline(given);
      expect(problem).toBeUndefined();
      expect(readOutline(outline)).toEqual({ outline });
      expect(readOutline(polygon([...(given.coordinates[0] ?? [])].reverse()))).toMatchObject({
        outline: { type: "Polygon" },
      });
      expect(Math.abs(outlineArea(outline as Polygon) - outlineArea(given))).toBeLessThan(60);
    }),
  );
});

test("two neighbouring corners swapped make a round one cross, and the place is named", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 200 }),
      fc.integer({ min: 10, max: 5000 }),
      fc.nat(),
      (n, radius, at) => {
        const corners = star([108.5, 32.9], Array(n).fill(radius)).coordinates[0]?.slice(0, -1) ?? [];
        const i = at % (n - 1);
        [corners[i], corners[i + 1]] = [corners[i + 1] as Position, corners[i] as Position];
        const { problem } = readOutline(polygon([...corners, corners[0] as Position]));
        expect(problem?.reason).toBe("crossing");
        expect(isInside(problem?.at ?? [], star([108.5, 32.9], Array(n).fill(radius)).coordinates)).toBe(
          true,
        );
      },
    ),
  );
});

test("each way of being no outline has its reason", () => {
  const outer = square(0, 0, 100);
  for (const value of [null, 7, "x", [], {}, { type: "Point", coordinates: [1, 2] }, polygon(), polygon([])])
    expect(reasonOf(value)).toBe("notOutline");
  expect(reasonOf({ type: "MultiPolygon", coordinates: [] })).toBe("notOutline");
  expect(reasonOf({ type: "Polygon", coordinates: [[["108", "32"]]] })).toBe("notOutline");
  expect(reasonOf({ type: "Polygon", coordinates: { length: 1 } })).toBe("notOutline");
  expect(reasonOf(polygon(outer.slice(0, -1)))).toBe("notClosed");
  expect(reasonOf(polygon(ring([0, 0], [1, 1])))).toBe("fewPoints");
  expect(reasonOf(polygon(ring([0, 0], [100, 0], [100, 0], [0, 0])))).toBe("fewPoints");
  expect(
    reasonOf(
      polygon([
        [200, 1],
        [201, 1],
        [201, 2],
        [200, 1],
      ]),
    ),
  ).toBe("outOfBounds");
  expect(reasonOf(polygon([...outer.slice(0, 2), [Number.NaN, 1], ...outer.slice(2)]))).toBe("outOfBounds");
  expect(reasonOf(polygon(ring([0, 0], [100, 100], [100, 0], [0, 100])))).toBe("crossing");
  expect(reasonOf(polygon(ring([0, 0], [100, 0], [50, 0], [50, 50])))).toBe("crossing");
  expect(reasonOf(polygon(outer, square(50, 50, 100)))).toBe("crossing");
  expect(reasonOf(polygon(outer, square(0, 10, 10)))).toBe("crossing");
  expect(reasonOf(polygon(outer, square(200, 0, 10)))).toBe("holeOutside");
  expect(reasonOf(polygon(outer, square(10, 10, 50), square(20, 20, 10)))).toBe("overlap");
  expect(reasonOf({ type: "MultiPolygon", coordinates: [[outer], [square(10, 10, 10)]] })).toBe("overlap");
  expect(reasonOf(polygon(square(0, 0, 0.5)))).toBe("tooSmall");
  expect(reasonOf(star([108.5, 32.9], Array(2001).fill(300)))).toBe("manyPoints");
  expect(reasonOf(star([108.5, 32.9], Array(2000).fill(300)))).toBeUndefined();
});

test("an island lies in a hole, and the outer ring runs counter-clockwise", () => {
  const given = {
    type: "MultiPolygon",
    coordinates: [[[...square(0, 0, 100)].reverse(), square(10, 10, 50)], [square(20, 20, 10)]],
  };
  const { outline } = readOutline(given);
  expect(outline && outlineArea(outline)).toBeCloseTo(100 * 100 - 50 * 50 + 10 * 10, -2);
  expect(outline?.coordinates[0]?.[0]).toEqual(
    readOutline(polygon(square(0, 0, 100))).outline?.coordinates[0],
  );
  expect(outline && readRings(ringsOf(outline))).toEqual({ outline });
});

test("a hole outside, or alone, is no outline; no ring at all is nothing", () => {
  const hole = { id: "1", hole: true, corners: square(0, 0, 10).slice(0, -1) };
  expect(readRings([])).toBeUndefined();
  expect(readRings([hole])?.problem?.reason).toBe("holeOutside");
  const outer = { id: "2", hole: false, corners: square(100, 0, 50).slice(0, -1) };
  expect(readRings([hole, outer])?.problem?.reason).toBe("holeOutside");
});

test("2,000 corners are looked through in no time, crossing or not", () => {
  const comb = Array.from({ length: 2000 }, (_, i): [number, number] => [i % 2 === 0 ? 0 : 2000, i]);
  const started = performance.now();
  expect(crossings([ring(...comb)]).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(1000);
});

test("simplified it never crosses, stays within the tolerance, and says how much it changed", () => {
  fc.assert(
    fc.property(stars, fc.integer({ min: 1, max: 200 }), (given, tolerance) => {
      const { outline = given } = readOutline(given);
      const { outline: simpler, vertices, area } = simplifyOutline(outline, tolerance);
      expect(readOutline(simpler)).toEqual({ outline: simpler });
      expect(vertices).toEqual({ before: countVertices(outline), after: countVertices(simpler) });
      expect(area).toEqual({ before: outlineArea(outline), after: outlineArea(simpler) });
      expect(vertices.after).toBeLessThanOrEqual(vertices.before);
      expect(Math.abs(area.after - area.before)).toBeLessThan(2 * tolerance * perimeter(outline));
    }),
  );
  const round = star([108.5, 32.9], Array(1500).fill(300));
  const { vertices, area } = simplifyOutline(round, 1);
  expect(vertices.after).toBeLessThan(100);
  expect(Math.abs(area.after / area.before - 1)).toBeLessThan(0.01);
});

function perimeter(outline: Outline) {
  const corners = polygonsOf(outline)[0]?.[0] ?? [];
  return corners.slice(1).reduce((sum, [lng = 0, lat = 0], i) => {
    const [x = 0, y = 0] = corners[i] ?? [];
    return sum + Math.hypot((lng - x) * 93_400, (lat - y) * 111_195);
  }, 0);
}

test("GCJ-02 is converted once, WGS 84 not at all, and what was given stays as it was", () => {
  fc.assert(
    fc.property(stars, (given) => {
      const shifted: Polygon = {
        ...given,
        coordinates: given.coordinates.map((corners) =>
          corners.map(([lng = 0, lat = 0]) => gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02)),
        ),
      };
      // Where a ring ends in the very array it begins with, gcoord would convert that corner twice.
      const [corners = []] = shifted.coordinates;
      corners[corners.length - 1] = corners[0] as Position;
      const before = JSON.stringify(shifted);
      const back = toWgs84(shifted, "gcj02") as Polygon;
      expect(JSON.stringify(shifted)).toBe(before);
      expect(toWgs84(given, "wgs84")).toEqual(given);
      for (const [i, [lng = 0, lat = 0]] of (back.coordinates[0] ?? []).entries()) {
        const [x = 0, y = 0] = given.coordinates[0]?.[i] ?? [];
        expect(Math.hypot((lng - x) * 93_400, (lat - y) * 111_195)).toBeLessThan(1);
      }
    }),
    { numRuns: 30 },
  );
});

test("the centre lies inside, also of a horseshoe and around an island", () => {
  fc.assert(
    fc.property(stars, (given) => {
      const { lng, lat } = centreOf(given);
      expect(isInside([lng, lat], given.coordinates)).toBe(true);
    }),
  );
  const horseshoe = ring([0, 0], [100, 0], [100, 100], [80, 100], [80, 20], [20, 20], [20, 100], [0, 100]);
  for (const coordinates of [[horseshoe], [square(0, 0, 100), square(40, 40, 20)]]) {
    const { lng, lat } = centreOf({ type: "Polygon", coordinates });
    expect(isInside([lng, lat], coordinates)).toBe(true);
  }
});

test("walking makes a ring corner by corner; standing at one puts a corner into its nearest side", () => {
  const first = walkOn([], at(0, 0), { id: undefined, hole: false });
  const second = walkOn(first.rings, at(100, 0), { id: first.id, hole: false });
  const third = walkOn(second.rings, at(100, 100), { id: first.id, hole: false });
  expect(third.rings).toEqual([{ id: first.id, hole: false, corners: [at(0, 0), at(100, 0), at(100, 100)] }]);
  expect(walkOn(third.rings, at(20, 10), { id: undefined, hole: true }).rings).toHaveLength(2);
  const [ring] = insertCorner(third.rings, at(50, 60));
  expect(ring?.corners).toEqual([at(0, 0), at(100, 0), at(100, 100), at(50, 60)]);
  expect(insertCorner([], at(0, 0))).toEqual([]);
});
