import fc from "fast-check";
import { expect, test } from "vitest";
import { boundsAround, boundsOf, boundsText, readBounds, withRoom } from "#app/map/bounds.ts";

const position = fc.tuple(
  fc.double({ min: -170, max: 170, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
);

test("a view survives its way through an address, to a metre", () => {
  fc.assert(
    fc.property(position, fc.integer({ min: 50, max: 50_000 }), ([lng, lat], metres) => {
      const bounds = boundsAround({ lng, lat }, metres);
      const back = readBounds(boundsText(bounds));
      for (const [index, degrees] of bounds.entries()) expect(back?.[index]).toBeCloseTo(degrees, 4);
    }),
  );
});

test.each([
  "",
  "1,2,3",
  "1,2,3,4,5",
  "3,2,1,4",
  "1,4,3,2",
  "0,0,0,0",
  "-181,0,1,1",
  "0,0,1,91",
  "a,b,c,d",
  "1e3,0,2,1",
])("%s is no view", (text) => {
  expect(readBounds(text)).toBeUndefined();
});

test("the window of some places holds each, and with room it still does", () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 20 }), (coordinates) => {
      const bounds = boundsOf([{ type: "MultiPoint", coordinates }, null]);
      if (!bounds) throw new Error("no bounds");
      const roomy = withRoom(bounds);
      for (const [west, south, east, north] of [bounds, roomy]) {
        for (const [lng, lat] of coordinates) {
          expect(lng >= west && lng <= east && lat >= south && lat <= north).toBe(true);
        }
      }
      expect(roomy[0]).toBeLessThan(roomy[2]);
      expect(roomy[1]).toBeLessThan(roomy[3]);
    }),
  );
  expect(boundsOf([null, undefined])).toBeUndefined();
});
