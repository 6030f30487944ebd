import { daysBetween } from "./days-between.ts";
import { type ForecastPoint, type Growing, growthForecast } from "./growth-forecast.ts";
import { sizeClasses } from "./size-class.ts";
import type { GrowthParameters } from "./species-growth.ts";

/** Fish in the water on a day, by the book. */
type Stock = { on: string; count: number };

/**
 * When a lot reaches market weight and what it then gives, or gives on the day of its stock if it has reached it by
 * then. `on`, and `earliest` and `latest`, the ends of the range, are null where the temperatures given don't reach so
 * far. Null altogether for a lot never weighed; no harvest where the fish can't be counted (`stock` null).
 */
export function harvestForecast({ stock, ...growing }: Growing & { stock: Stock | null }) {
  const points = growthForecast(growing);
  if (points.length === 0) return null;
  const { parameters } = growing;
  const marketG = parameters.marketG.value;
  const reached = points.find(({ meanG }) => meanG >= marketG);
  const taken = stock && points.find(({ on, meanG }) => meanG >= marketG && on >= stock.on);
  return {
    marketG,
    on: reached?.on ?? null,
    earliest: points.find(({ highG }) => highG >= marketG)?.on ?? null,
    latest: points.find(({ lowG }) => lowG >= marketG)?.on ?? null,
    harvest: taken ? harvestAt(taken, stock, parameters) : null,
  };
}

/**
 * What a harvest on a forecast day gives, in fish, grams and market classes. Fish die on as those of the species
 * usually do; the low end takes twice that with the low weight, the high end none with the high one, so together
 * they hold more than 8 of 10.
 */
export function harvestAt(point: ForecastPoint, stock: Stock, parameters: GrowthParameters) {
  const days = Math.max(0, daysBetween(stock.on, point.on));
  const alive = (times: number) => Math.round(stock.count * (1 - times * parameters.dailyLoss.value) ** days);
  const count = alive(1);
  return {
    on: point.on,
    count,
    massG: Math.round(count * point.meanG),
    lowG: Math.round(alive(2) * point.lowG),
    highG: Math.round(stock.count * point.highG),
    classes: sizeClasses(
      { count, meanG: point.meanG, individualCv: parameters.individualCv.value },
      parameters.classesG.map(({ value }) => value),
    ),
  };
}
