import { addDays } from "#app/i18n/day.ts";
import type { Water } from "#db/reference/hanyin-water-temperature.ts";
import { dayTemperatures } from "./day-temperatures.ts";
import { daysBetween } from "./days-between.ts";
import { growthForecast } from "./growth-forecast.ts";
import type { GrowthParameters } from "./species-growth.ts";
import { oneWeighingADay, type Weighing } from "./weighing.ts";

type History = {
  weighings: readonly Weighing[];
  readings: readonly { on: string; meanC: number }[];
  water: Water;
  parameters: GrowthParameters;
};

/** How a later weighing compares with what was predicted: `error` is predicted by weighed, less 1. */
export type Prediction = {
  on: string;
  daysAhead: number;
  weighedG: number;
  predictedG: number;
  error: number;
  inRange: boolean;
};

/**
 * Cuts a lot's history so many days after its first weighing, forecasts from what was known by then (weighings and
 * readings up to that day, climate after) and compares with every later weighing.
 */
export function backTest(
  { weighings, readings, water, parameters }: History,
  cutAfterDays = 60,
): Prediction[] {
  const weighed = oneWeighingADay(weighings);
  const [first, last] = [weighed[0], weighed.at(-1)];
  if (!first || !last) return [];
  const cut = addDays(first.on, cutAfterDays);
  const known = weighed.filter(({ on }) => on <= cut);
  const forecast = growthForecast({
    weighings: known,
    temperatures: dayTemperatures({
      water,
      readings: readings.filter(({ on }) => on <= cut),
      from: first.on,
      to: last.on,
    }),
    parameters,
  });
  const points = new Map(forecast.map((point) => [point.on, point]));
  return weighed.flatMap(({ on, meanG }) => {
    const point = on > cut ? points.get(on) : undefined;
    if (!point) return [];
    return {
      on,
      daysAhead: daysBetween(cut, on),
      weighedG: meanG,
      predictedG: point.meanG,
      error: point.meanG / meanG - 1,
      inRange: point.lowG <= meanG && meanG <= point.highG,
    };
  });
}

/** Over many predictions: the mean error (which way it leans), the mean absolute error, and how often the range held; null without any. */
export function summarizeBackTest(predictions: readonly Prediction[]) {
  if (predictions.length === 0) return null;
  const mean = (of: (one: Prediction) => number) =>
    predictions.reduce((sum, one) => sum + of(one), 0) / predictions.length;
  return {
    predictions: predictions.length,
    meanError: mean(({ error }) => error),
    meanAbsoluteError: mean(({ error }) => Math.abs(error)),
    coverage: mean(({ inRange }) => Number(inRange)),
  };
}
