import { futureRateCv } from "#db/reference/growth-parameters.ts";
import type { DayTemperature } from "./day-temperatures.ts";
import { degreeDaysOn } from "./degree-days.ts";
import { rateOfTrial } from "./growth-model.ts";
import { growthRate } from "./growth-rate.ts";
import type { GrowthParameters } from "./species-growth.ts";
import { oneWeighingADay, type Weighing } from "./weighing.ts";

/** Mean weight on a day, and the range it lies in 8 times of 10. */
export type ForecastPoint = { on: string; meanG: number; lowG: number; highG: number };

/** Standard deviations to either side that hold 80 % of a normal distribution. */
const eightOfTen = 1.2816;

/** The growth of one lot of one age group; `temperatures` run unbroken from its first weighing to the last day wanted. */
export type Growing = {
  weighings: readonly Weighing[];
  temperatures: readonly DayTemperature[];
  parameters: GrowthParameters;
};

/**
 * From the last weighing on, day by day to the end of the temperatures; empty for a lot never weighed. The range
 * holds the error of that weighing, that of the rate, what may change ahead, and a warmer or colder season. Fish
 * in it never shrink.
 */
export function growthForecast({ weighings, temperatures, parameters }: Growing): ForecastPoint[] {
  const weighed = oneWeighingADay(weighings);
  const last = weighed.at(-1);
  if (!last) return [];
  const degreeDays = degreeDaysOn(temperatures, parameters.temperature);
  const { rate, variance, misfit, reach, lastVariance } = growthRate(
    weighed.map(({ on, meanG, n }) => ({ root: Math.cbrt(meanG), degreeDays: degreeDays(on).sum, n })),
    {
      rate: rateOfTrial(parameters.trial),
      rateCv: parameters.rateCv.value,
      individualCv: parameters.individualCv.value,
    },
  );

  const start = degreeDays(last.on);
  const root = Math.cbrt(last.meanG);
  let [lowest, highest] = [0, 0];
  return temperatures
    .filter(({ on }) => on >= last.on)
    .map(({ on }) => {
      const { sum, spread } = degreeDays(on);
      const ahead = sum - start.sum;
      const uncertain =
        misfit * (lastVariance + 2 * ahead * reach * variance + ahead ** 2 * variance) +
        (ahead * rate * futureRateCv.value) ** 2 +
        (rate * (spread - start.spread)) ** 2;
      const half = eightOfTen * Math.sqrt(uncertain);
      const point = root + rate * ahead;
      lowest = Math.max(lowest, point - half);
      highest = Math.max(highest, point + half);
      return { on, meanG: point ** 3, lowG: lowest ** 3, highG: highest ** 3 };
    });
}
