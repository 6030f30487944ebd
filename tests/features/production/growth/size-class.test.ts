import fc from "fast-check";
import { expect, test } from "vitest";
import { normalBelow } from "#app/features/production/growth/normal.ts";
import { sizeClasses, spokenSize } from "#app/features/production/growth/size-class.ts";
import { shareOut } from "#app/features/production/ledger/shares.ts";

test("below a jin a size is spoken as fish per jin, from a jin on as jin per fish", () => {
  expect(spokenSize(25)).toEqual({ unit: "fishPerJin", value: 20 });
  expect(spokenSize(500)).toEqual({ unit: "jinPerFish", value: 1 });
  expect(spokenSize(1_250)).toEqual({ unit: "jinPerFish", value: 2.5 });
});

test.each([
  [0, 0.5],
  [1, 0.8413447],
  [-1, 0.1586553],
  [1.2816, 0.9000085],
  [1.96, 0.9750021],
  [-3, 0.0013499],
  [Number.POSITIVE_INFINITY, 1],
  [Number.NEGATIVE_INFINITY, 0],
])("of a normal distribution %d has %d below it, by the error function", (z, share) => {
  expect(normalBelow(z)).toBeCloseTo(share, 6);
});

test("half the fish of a lot lie above its middle, and they weigh more than half", () => {
  // Log-normal with CV 0.2: σ² = ln 1.04, the middle at 500 / √1.04 = 490.29 g, mass above it Φ(σ) = Φ(0.19804).
  const lot = { count: 1_000, meanG: 500, individualCv: 0.2 };
  expect(sizeClasses(lot, [500 / Math.sqrt(1.04)])).toEqual([
    { fromG: null, toG: 500 / Math.sqrt(1.04), count: 500, massG: 210_753 },
    { fromG: 500 / Math.sqrt(1.04), toG: null, count: 500, massG: 289_247 },
  ]);
});

test("classes sum to the lot to the fish and the gram, and a class without fish weighs nothing", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200_000 }),
      fc.double({ min: 0.5, max: 6_000, noNaN: true }),
      fc.double({ min: 0.01, max: 0.9, noNaN: true }),
      fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { maxLength: 6 }),
      (count, meanG, individualCv, borders) => {
        const classes = sizeClasses(
          { count, meanG, individualCv },
          [...borders].sort((a, b) => a - b),
        );
        const sum = (of: "count" | "massG") => classes.reduce((total, one) => total + one[of], 0);
        expect(sum("count")).toBe(count);
        expect(sum("massG")).toBe(Math.round(count * meanG));
        for (const one of classes) {
          expect(Number.isSafeInteger(one.count) && one.count >= 0).toBe(true);
          expect(Number.isSafeInteger(one.massG) && one.massG >= 0).toBe(true);
          if (one.count === 0) expect(one.massG).toBe(0);
        }
      },
    ),
  );
});

test("a whole is split by largest remainder", () => {
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(shareOut(7, [0.5, 0, 0.3, 0.2])).toEqual([4, 0, 2, 1]);
  expect(shareOut(0, [0, 0])).toEqual([0, 0]);
});
