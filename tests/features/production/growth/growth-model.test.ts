import fc from "fast-check";
import { expect, test } from "vitest";
import { dayTemperatures } from "#app/features/production/growth/day-temperatures.ts";
import { degreeDaysOn } from "#app/features/production/growth/degree-days.ts";
import { effectiveDegrees, meanAfter, rateOfTrial } from "#app/features/production/growth/growth-model.ts";
import { growthOfSpecies } from "#app/features/production/growth/species-growth.ts";
import { climateC, waterOf } from "#app/features/production/growth/water-climate.ts";
import { siteKinds } from "#app/features/sites/kinds.ts";
import { addDays } from "#app/i18n/day.ts";
import { growthParameters, growthSources } from "#db/reference/growth-parameters.ts";
import { hanyinWaterC } from "#db/reference/hanyin-water-temperature.ts";
import { species } from "#db/reference/species.ts";

const parameters = Object.entries(growthParameters);
const waters = ["shallow", "deep", "running"] as const;

test("grass carp of 100 g grow to 204 g in 60 days at 20 °C, as worked by hand in decision 11", () => {
  const { temperature, trial } = growthParameters.grass_carp;
  expect(rateOfTrial(trial)).toBeCloseTo(0.00138339, 8);
  expect(effectiveDegrees(temperature, 20)).toBe(15);
  expect(meanAfter(100, rateOfTrial(trial), 60 * 15)).toBeCloseTo(203.987, 3);
});

test.each(parameters)(
  "%s grows faster the warmer up to its best, and not at all where it doesn't feed",
  (_, one) => {
    const [feeds, best, bestTo, stops] = [
      one.temperature.feedsAboveC.value,
      one.temperature.bestFromC.value,
      one.temperature.bestToC.value,
      one.temperature.stopsC.value,
    ];
    expect(feeds < best && best <= bestTo && bestTo < stops).toBe(true);
    const degrees = (c: number) => effectiveDegrees(one.temperature, c);
    const celsius = fc.double({ min: -1, max: 42, noNaN: true });
    fc.assert(
      fc.property(celsius, celsius, (a, b) => {
        const [cold, warm] = [Math.min(a, b), Math.max(a, b)];
        if (warm <= bestTo) expect(degrees(warm)).toBeGreaterThanOrEqual(degrees(cold));
        if (cold >= best) expect(degrees(warm)).toBeLessThanOrEqual(degrees(cold));
        if (warm <= feeds || cold >= stops) expect([degrees(cold), degrees(warm)]).toEqual([0, 0]);
        if (cold > feeds && cold < stops) expect(degrees(cold)).toBeGreaterThan(0);
      }),
    );
  },
);

test("bass answers to temperature as in the trial, whose curve is a cubic", () => {
  const best = effectiveDegrees(growthParameters.largemouth_bass.temperature, 27);
  for (let c = 10; c <= 33; c += 0.5) {
    const published = 1.494 - 0.301 * c + 0.0204 * c ** 2 - 0.000367 * c ** 3;
    const share = effectiveDegrees(growthParameters.largemouth_bass.temperature, c) / best;
    expect(Math.abs(share - published)).toBeLessThan(0.17);
  }
});

test("what is said of growth parameters fits together", () => {
  const codes = species.map(({ code }) => code);
  for (const [code, one] of parameters) {
    expect(codes).toContain(code);
    const borders = one.classesG.map(({ value }) => value);
    expect(borders).toEqual([...borders].sort((a, b) => a - b));
    expect(borders).toContain(one.marketG.value);
    const figures = [
      ...Object.values(one.temperature),
      ...Object.values(one.trial),
      ...one.classesG,
      one.rateCv,
      one.individualCv,
      one.dailyLoss,
      one.marketG,
    ];
    for (const { source, standing } of figures) {
      expect(growthSources[source]).toBeDefined();
      expect(source === "assumed").toBe(standing === "mem");
    }
  }
});

test("a species nobody has researched has no growth", () => {
  expect(growthOfSpecies("grass_carp")).toBe(growthParameters.grass_carp);
  expect(growthOfSpecies("paddlefish")).toBeUndefined();
  expect(growthOfSpecies("toString")).toBeUndefined();
});

test("the trials that were laid into a year of Hanyin's water fit that year", () => {
  const year = (water: "shallow" | "deep", code: keyof typeof growthParameters) => {
    const days = dayTemperatures({ water, readings: [], from: "2026-01-01", to: "2027-01-01" });
    return degreeDaysOn(days, growthParameters[code].temperature)("2027-01-01").sum;
  };
  const trial = (code: keyof typeof growthParameters) => growthParameters[code].trial.degreeDays.value;
  expect(year("shallow", "largemouth_bass")).toBeCloseTo(trial("largemouth_bass"), -1);
  expect(2 * year("deep", "silver_carp")).toBeCloseTo(trial("silver_carp"), -1);
  expect(2 * year("deep", "bighead_carp")).toBeCloseTo(trial("bighead_carp"), -1);
});

test("the climate stands on its month's value on the 15th and goes evenly to the next", () => {
  for (const water of waters) {
    const [january = 0, february = 0] = hanyinWaterC[water];
    expect(climateC(water, "2026-01-15")).toBe(january);
    expect(climateC(water, "2026-02-15")).toBe(february);
    const steps = Array.from({ length: 731 }, (_, day) =>
      Math.abs(climateC(water, addDays("2027-12-01", day + 1)) - climateC(water, addDays("2027-12-01", day))),
    );
    expect(Math.max(...steps)).toBeLessThan(0.25);
  }
  expect(climateC("shallow", "2026-07-31")).toBeCloseTo(27 + (26.3 - 27) * (16 / 31), 9);
});

test("every kind of site has its water", () => {
  expect(siteKinds.map(waterOf).every((water) => hanyinWaterC[water].length === 12)).toBe(true);
  expect([waterOf("pond"), waterOf("water_area"), waterOf("raceway")]).toEqual([
    "shallow",
    "deep",
    "running",
  ]);
});

test("a day has the pond's own reading, else the climate moved by how the pond differs from it", () => {
  const readings = Array.from({ length: 30 }, (_, day) => {
    const on = addDays("2026-06-01", day);
    return { on, meanC: climateC("shallow", on) - 4 };
  });
  const days = dayTemperatures({ water: "shallow", readings, from: "2026-05-31", to: "2026-07-31" });
  expect(days).toHaveLength(62);
  expect(days[0]).toEqual({
    on: "2026-05-31",
    meanC: climateC("shallow", "2026-05-31") - 3,
    source: "climate",
  });
  expect(days[1]).toEqual({ ...readings[0], source: "measured" });
  expect(days.filter(({ source }) => source === "measured")).toHaveLength(30);
});

test("only what is not yet measured is uncertain", () => {
  const range = growthParameters.largemouth_bass.temperature;
  const day = (on: string, source: "measured" | "climate") => ({ on, meanC: 20, source });
  const degreeDays = degreeDaysOn(
    [day("2026-05-01", "measured"), day("2026-05-02", "climate"), day("2026-05-03", "climate")],
    range,
  );
  expect(degreeDays("2026-05-02")).toEqual({ sum: 10, spread: 0 });
  expect(degreeDays("2026-05-03")).toEqual({ sum: 20, spread: 1.5 });
  expect(() => degreeDays("2026-05-04")).toThrow("no temperature");
});
