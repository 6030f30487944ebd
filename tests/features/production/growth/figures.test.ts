import { expect, test } from "vitest";
import { dailyGain } from "#app/features/production/growth/daily-gain.ts";
import { daysOfCulture } from "#app/features/production/growth/days-of-culture.ts";
import { density } from "#app/features/production/growth/density.ts";
import { meanWeight } from "#app/features/production/growth/mean-weight.ts";
import { survival } from "#app/features/production/growth/survival.ts";
import { trustOf } from "#app/features/production/growth/trust.ts";

test.each([
  ["2026-03-15", "high"],
  ["2026-03-06", "high"],
  ["2026-03-05", "fair"],
  ["2026-02-24", "fair"],
  ["2026-02-23", "low"],
  ["2026-02-03", "low"],
  ["2026-02-02", "none"],
  [null, "none"],
])("a lot last weighed on %s has %s trust on 2026-03-15", (on, trust) => {
  expect(trustOf(on, "2026-03-15")).toBe(trust);
});

test("mean weight and density are by fish and by m³, and nothing where those are unknown", () => {
  expect(meanWeight({ count: 2_000, massG: 800_000 })).toBe(400);
  expect(meanWeight({ count: null, massG: 800_000 })).toBeNull();
  expect(meanWeight({ count: 0, massG: 0 })).toBeNull();
  expect(density(1_085_000, 31)).toBe(35);
  expect(density(1_085_000, null)).toBeNull();
  expect(density(0, 31)).toBe(0);
});

test("survival counts what was taken out alive, and shows a count at stocking that was too low", () => {
  expect(survival({ putIn: 3_000, alive: 1_500, takenOut: 1_200 })).toBe(0.9);
  expect(survival({ putIn: 3_000, alive: 0, takenOut: 3_150 })).toBe(1.05);
  expect(survival({ putIn: null, alive: 10, takenOut: 0 })).toBeNull();
  expect(survival({ putIn: 0, alive: 0, takenOut: 0 })).toBeNull();
  expect(survival({ putIn: 3_000, alive: null, takenOut: 0 })).toBeNull();
});

test("days of culture run from the day of stocking to today or to the emptying", () => {
  const lot = { stockedOn: "2025-04-01", emptiedOn: null };
  expect(daysOfCulture(lot, "2025-04-01")).toBe(0);
  expect(daysOfCulture(lot, "2026-04-01")).toBe(365);
  expect(daysOfCulture({ ...lot, emptiedOn: "2025-11-17" }, "2026-04-01")).toBe(230);
});

test("the gain is that between the last two weighings, in whatever order they were typed", () => {
  const gain = dailyGain([
    { on: "2026-06-20", meanG: 200, n: 30 },
    { on: "2026-05-01", meanG: 20, n: null },
    { on: "2026-05-31", meanG: 100, n: 30 },
  ]);
  expect(gain?.gPerDay).toBe(5);
  expect(gain?.sgrPercent).toBeCloseTo(3.4657, 4); // ln 2 / 20 days
  expect(dailyGain([{ on: "2026-05-01", meanG: 20, n: null }])).toBeNull();
  expect(
    dailyGain([
      { on: "2026-05-01", meanG: 20, n: null },
      { on: "2026-05-01", meanG: 22, n: 30 },
    ]),
  ).toBeNull();
});
