import fc from "fast-check";
import { expect, test } from "vitest";
import { cellOf, mostZoom, rangesCovering, tileRange } from "#app/map/cell.ts";

const mostLatitude = 85.05;
const place = fc.record({
  lng: fc.double({ min: -180, max: 179.999999, noNaN: true }),
  lat: fc.double({ min: -mostLatitude, max: mostLatitude, noNaN: true }),
});
const zoom = fc.integer({ min: 0, max: mostZoom });

/** The tile of a place by the formula everybody uses. */
function tileOf({ lng, lat }: { lng: number; lat: number }, z: number) {
  const radians = (lat * Math.PI) / 180;
  const x = ((lng + 180) / 360) * 2 ** z;
  const y = ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z;
  return {
    z,
    x: Math.floor(x),
    y: Math.floor(y),
    isOnEdge: [x, y].some((n) => Math.abs(n - Math.round(n)) < 1e-6),
  };
}

test("every place lies in the range of its own tile and in no other of that zoom", () => {
  fc.assert(
    fc.property(place, zoom, fc.nat(), fc.nat(), (at, z, otherX, otherY) => {
      const { isOnEdge, ...own } = tileOf(at, z);
      // Two formulas may put a place on the line between two tiles into either.
      fc.pre(!isOnEdge);
      const cell = cellOf(at);
      const { from, to } = tileRange(own);
      expect(cell).toBeGreaterThanOrEqual(from);
      expect(cell).toBeLessThan(to);
      const other = tileRange({ z, x: otherX % 2 ** z, y: otherY % 2 ** z });
      if (other.from !== from) expect(cell < other.from || cell >= other.to).toBe(true);
    }),
  );
});

test("a tile's range is that of its four quarters, one after the other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostZoom - 1 }), fc.nat(), fc.nat(), (z, anyX, anyY) => {
      const [x, y] = [anyX % 2 ** z, anyY % 2 ** z];
      const quarters = [0, 1, 2, 3].map((n) =>
        tileRange({ z: z + 1, x: 2 * x + (n % 2), y: 2 * y + Math.floor(n / 2) }),
      );
      const whole = tileRange({ z, x, y });
      expect(quarters[0]?.from).toBe(whole.from);
      expect(quarters.slice(1).map(({ from }) => from)).toEqual(quarters.slice(0, 3).map(({ to }) => to));
      expect(quarters[3]?.to).toBe(whole.to);
    }),
  );
});

test("the world is one range, and its far corner lies inside", () => {
  expect(tileRange({ z: 0, x: 0, y: 0 })).toEqual({ from: 0, to: 2 ** 48 });
  expect(cellOf({ lng: -180, lat: 90 })).toBe(0);
  expect(cellOf({ lng: 180, lat: -90 })).toBe(2 ** 48 - 1);
});

test("everything within bounds lies in one of at most sixteen ranges", () => {
  const degrees = fc.double({ min: 1e-6, max: 30, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(place, degrees, degrees, share, share, ({ lng, lat }, width, height, along, up) => {
      const east = Math.min(180, lng + width);
      const north = Math.min(90, lat + height);
      const ranges = rangesCovering([lng, lat, east, north]);
      expect(ranges.length).toBeLessThanOrEqual(16);
      const cell = cellOf({ lng: lng + (east - lng) * along, lat: lat + (north - lat) * up });
      expect(ranges.some(({ from, to }) => cell >= from && cell < to)).toBe(true);
    }),
  );
});
