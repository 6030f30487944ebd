import fc from "fast-check";
import { expect, test } from "vitest";
import type { DayTemperature } from "#app/features/production/growth/day-temperatures.ts";
import { growthCurve } from "#app/features/production/growth/growth-curve.ts";
import { growthForecast } from "#app/features/production/growth/growth-forecast.ts";
import { harvestAt, harvestForecast } from "#app/features/production/growth/harvest-forecast.ts";
import { addDays } from "#app/i18n/day.ts";
import { growthParameters } from "#db/reference/growth-parameters.ts";

const parameters = growthParameters.largemouth_bass;
const first = "2026-05-01";
const water = (days: number, meanC: number, source: DayTemperature["source"] = "measured") =>
  Array.from({ length: days + 1 }, (_, day) => ({ on: addDays(first, day), meanC, source }));

const weighings = [
  { on: first, meanG: 64, n: 30 },
  { on: addDays(first, 40), meanG: 125, n: 30 },
];
const growing = { weighings, temperatures: water(240, 22), parameters };

test("bass weighed twice, at 22 °C, as worked by hand in decision 11", () => {
  const point = growthForecast(growing).find(({ on }) => on === addDays(first, 140));
  expect(point?.meanG).toBeCloseTo(436.397, 3);
  expect(point?.lowG).toBeCloseTo(341.866, 3);
  expect(point?.highG).toBeCloseTo(546.921, 3);

  const harvest = harvestForecast({ ...growing, stock: { on: addDays(first, 40), count: 3_000 } });
  expect(harvest).toMatchObject({ marketG: 400, on: addDays(first, 40 + 92) });
  expect(harvest?.harvest?.count).toBe(2_839); // 3,000 × 0.9994^92
});

test("the curve has the weighings, the way between them and the forecast, a point a day", () => {
  const curve = growthCurve(growing);
  expect(curve.map(({ on }) => on)).toEqual(growing.temperatures.map(({ on }) => on));
  expect(curve.map(({ kind }) => kind)).toEqual([
    "measured",
    ...Array(39).fill("interpolated"),
    "measured",
    ...Array(200).fill("forecast"),
  ]);
  expect(curve[0]?.meanG).toBe(64);
  expect(curve[20]?.meanG).toBeCloseTo(4.5 ** 3, 9);
  expect(curve[40]?.meanG).toBe(125);
  expect(curve.every(({ kind, range }) => (kind === "forecast") === (range !== null))).toBe(true);
});

test("between weighings fish grow in the warm days, and evenly where all were too cold", () => {
  const halfWarm = growing.temperatures.map((day, index) => ({ ...day, meanC: index < 20 ? 5 : 22 }));
  const curve = growthCurve({ ...growing, temperatures: halfWarm });
  expect(curve[20]?.meanG).toBeCloseTo(64, 9);
  expect(curve[30]?.meanG).toBeCloseTo(4.5 ** 3, 9);
  const cold = growthCurve({ ...growing, temperatures: water(240, 5) });
  expect(cold[20]?.meanG).toBeCloseTo(4.5 ** 3, 9);
  expect(cold[240]?.meanG).toBeCloseTo(125, 9);
});

test("a lot never weighed has no curve and no harvest", () => {
  expect(growthCurve({ ...growing, weighings: [] })).toEqual([]);
  expect(harvestForecast({ ...growing, weighings: [], stock: null })).toBeNull();
});

test("a lot weighed once grows as its species does, with a wide range", () => {
  const once = growthForecast({ ...growing, weighings: [{ on: first, meanG: 10, n: null }] });
  const twice = growthForecast(growing);
  const width = (points: typeof once, index: number) => {
    const point = points[index];
    return point ? (point.highG - point.lowG) / point.meanG : Number.NaN;
  };
  expect(once[100]?.meanG).toBeCloseTo((Math.cbrt(10) + 0.00252784389 * 1_200) ** 3, 4);
  expect(width(once, 100)).toBeGreaterThan(width(twice, 100));
});

test("a lot at market weight is ready now; one that never gets there has no day", () => {
  const stock = { on: addDays(first, 60), count: 1_000 };
  const heavy = [{ on: first, meanG: 450, n: 30 }];
  expect(harvestForecast({ ...growing, weighings: heavy, stock })).toMatchObject({
    on: first,
    harvest: { on: stock.on, count: 1_000 },
  });
  expect(harvestForecast({ ...growing, temperatures: water(240, 8), stock })).toEqual({
    marketG: 400,
    on: null,
    earliest: null,
    latest: null,
    harvest: null,
  });
  expect(harvestForecast({ ...growing, stock: null })).toMatchObject({ harvest: null });
});

const celsius = fc.double({ min: -1, max: 42, noNaN: true });
const lots = fc.record({
  parameters: fc.constantFrom(...Object.values(growthParameters)),
  weighings: fc.array(
    fc.record({
      on: fc.integer({ min: 0, max: 200 }).map((day) => addDays(first, day)),
      meanG: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
      n: fc.option(fc.integer({ min: 1, max: 500 })),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  temperatures: fc
    .array(fc.tuple(celsius, fc.constantFrom("measured" as const, "climate" as const)), {
      minLength: 201,
      maxLength: 500,
    })
    .map((days) => days.map(([meanC, source], day) => ({ on: addDays(first, day), meanC, source }))),
  stock: fc.record({
    on: fc.integer({ min: 0, max: 300 }).map((day) => addDays(first, day)),
    count: fc.integer({ min: 0, max: 100_000 }),
  }),
});

test("whatever was weighed, the range holds the point, nothing shrinks and all is a number", () => {
  fc.assert(
    fc.property(lots, (lot) => {
      const points = growthForecast(lot);
      const wrong = points.filter(({ meanG, lowG, highG }, index) => {
        const before = points[index - 1] ?? { meanG: 0, lowG: 0, highG: 0 };
        const holds = 0 <= lowG && lowG <= meanG && meanG <= highG && Number.isFinite(highG);
        return !holds || meanG < before.meanG || lowG < before.lowG || highG < before.highG;
      });
      expect(wrong).toEqual([]);
      const curve = growthCurve(lot);
      expect(curve.every(({ meanG }) => Number.isFinite(meanG) && meanG > 0)).toBe(true);
      expect(new Set(curve.map(({ on }) => on)).size).toBe(curve.length);
    }),
    { numRuns: 150 },
  );
});

test("a harvest's range holds it, its classes sum to it, its days come in order", () => {
  fc.assert(
    fc.property(lots, (lot) => {
      const forecast = harvestForecast(lot);
      if (forecast?.on) expect((forecast.earliest ?? "9") <= forecast.on).toBe(true);
      if (forecast?.on && forecast.latest) expect(forecast.on <= forecast.latest).toBe(true);
      const last = growthForecast(lot).at(-1);
      if (!last) throw new Error("weighed, so there is a forecast");
      const { massG, lowG, highG, count, classes } = harvestAt(last, lot.stock, lot.parameters);
      expect(lowG <= massG && massG <= highG && count <= lot.stock.count).toBe(true);
      expect(classes.reduce((sum, one) => sum + one.count, 0)).toBe(count);
      expect(classes.reduce((sum, one) => sum + one.massG, 0)).toBe(massG);
    }),
    { numRuns: 150 },
  );
});

test("a warmer year is never worse in the range where the species grows with warmth", () => {
  fc.assert(
    fc.property(
      lots,
      fc.double({ min: 0, max: 10, noNaN: true }),
      ({ parameters, stock: _, ...lot }, warmer) => {
        const best = parameters.temperature.bestToC.value;
        const year = (more: number) => {
          const temperatures = lot.temperatures.map((day, index) => ({
            ...day,
            meanC: Math.min(best, index < 201 ? 15 : day.meanC + more),
          }));
          return growthForecast({ weighings: lot.weighings, temperatures, parameters }).at(-1)?.meanG;
        };
        expect(year(warmer)).toBeGreaterThanOrEqual(year(0) ?? Number.NaN);
      },
    ),
    { numRuns: 100 },
  );
});
