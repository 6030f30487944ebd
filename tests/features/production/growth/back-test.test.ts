import { expect, test } from "vitest";
import { backTest, summarizeBackTest } from "#app/features/production/growth/back-test.ts";
import { addDays } from "#app/i18n/day.ts";
import { growthParameters } from "#db/reference/growth-parameters.ts";
import { syntheticLots } from "./synthetic-lots.ts";

const lots = syntheticLots("back-test", 200);

test("cut at day 60, the forecast leans to no side and its range holds about 8 of 10 weighings", () => {
  const summary = summarizeBackTest(lots.flatMap((lot) => backTest(lot)));
  if (!summary) throw new Error("no predictions");
  expect(summary.predictions).toBeGreaterThan(1_000);
  expect(Math.abs(summary.meanError)).toBeLessThan(0.05);
  expect(summary.meanAbsoluteError).toBeLessThan(0.2);
  expect(summary.coverage).toBeGreaterThan(0.72);
  expect(summary.coverage).toBeLessThan(0.9);
});

test("a lot's own weighings halve the error of the species' rate alone", () => {
  const errorOf = (history: "all" | "stocking") =>
    summarizeBackTest(
      lots.flatMap((lot) => {
        const cut = addDays(lot.weighings[0]?.on ?? "", 60);
        const kept = lot.weighings.filter(({ on }, index) => history === "all" || index === 0 || on > cut);
        return backTest({ ...lot, weighings: kept });
      }),
    )?.meanAbsoluteError ?? Number.NaN;
  expect(errorOf("all")).toBeLessThan(errorOf("stocking") / 2);
});

test("nothing after the cut is known to the forecast", () => {
  const lot = lots[0];
  if (!lot) throw new Error("no lot");
  const first = lot.weighings[0]?.on ?? "";
  const later = addDays(first, 61);
  const other = {
    ...lot,
    weighings: lot.weighings.map((one) => (one.on >= later ? { ...one, meanG: one.meanG * 3 } : one)),
    readings: lot.readings.map((one) => (one.on >= later ? { ...one, meanC: 12 } : one)),
  };
  const predicted = (history: typeof lot) => backTest(history).map(({ predictedG }) => predictedG);
  expect(predicted(other)).toEqual(predicted(lot));
});

test("a history without weighings after the cut, or without any, predicts nothing", () => {
  const lot = { readings: [], water: "shallow" as const, parameters: growthParameters.grass_carp };
  const weighing = (on: string, meanG: number) => ({ on, meanG, n: 30 });
  expect(backTest({ ...lot, weighings: [] })).toEqual([]);
  expect(backTest({ ...lot, weighings: [weighing("2026-04-01", 80), weighing("2026-05-31", 150)] })).toEqual(
    [],
  );
  expect(
    backTest({ ...lot, weighings: [weighing("2026-04-01", 80), weighing("2026-06-01", 150)] }),
  ).toMatchObject([{ on: "2026-06-01", daysAhead: 1, weighedG: 150 }]);
  expect(summarizeBackTest([])).toBeNull();
});
