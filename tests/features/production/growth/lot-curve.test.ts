import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { drawGrowth, thinCurve } from "#app/features/production/lots/growth-chart.server.ts";
import { forecastOf } from "#app/features/production/lots/lot-forecast.ts";
import { addDays } from "#app/i18n/day.ts";

const today = "2026-06-15";
const lot = {
  species: "largemouth_bass",
  siteKind: "pond" as const,
  weighings: [
    { on: "2026-04-20", meanG: 30, n: null },
    { on: "2026-06-01", meanG: 90, n: 30 },
  ],
  readings: [],
  stock: { on: today, count: 3000 },
  endedOn: null,
  today,
};
const said = (key: string, words: object = {}) => `${key} ${JSON.stringify(words)}`;
const context = { t: said, language: "zh" } as unknown as AppLoadContext;

test("a lot in the water: weighings, the way between, the forecast with its range and the market's weight", () => {
  const growth = forecastOf(lot);
  const drawn = growth && drawGrowth(growth, context);
  expect(drawn?.chart.legend.map(({ look }) => look)).toEqual(["points", "line", "dashed", "band"]);
  expect(drawn?.title).toContain("titleExpected");
  expect(drawn?.title).toContain('"mean":"90.0"');
  expect(drawn?.title).toContain(`"on":"${growth?.forecast?.on}"`);
  expect(JSON.stringify(drawn?.chart.wide)).toContain("curve.market");
});

test("an emptied lot and a species nobody has researched show what was weighed, and no future", () => {
  const emptied = forecastOf({ ...lot, stock: null, endedOn: "2026-06-10" });
  expect(emptied?.forecast).toBeNull();
  expect(emptied?.curve.at(-1)).toMatchObject({ on: "2026-06-01", kind: "measured", meanG: 90 });
  const turtle = forecastOf({ ...lot, species: "softshell_turtle" });
  expect(turtle?.curve.map(({ kind }) => kind)).toEqual(["measured", "measured"]);
  const drawn = turtle && drawGrowth(turtle, context);
  expect(drawn?.chart.legend.map(({ look }) => look)).toEqual(["points", "line"]);
  expect(drawn?.title).toContain("titleWeighed");
  expect(forecastOf({ ...lot, weighings: [] })).toBeUndefined();
});

test("a long curve loses days, never a weighing or its end", () => {
  const curve = Array.from({ length: 541 }, (_, day) => ({
    on: addDays(today, day),
    meanG: 90 + day,
    kind: day === 7 ? ("measured" as const) : ("forecast" as const),
    range: null,
  }));
  const thin = thinCurve(curve);
  expect(thin.length).toBeLessThan(125);
  expect(thin.map(({ on }) => on)).toEqual(expect.arrayContaining([curve[7]?.on, curve.at(-1)?.on]));
});
