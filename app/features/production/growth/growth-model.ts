import type { Figure } from "#db/reference/growth-parameters.ts";

/** °C: growth begins above the first, is best from the second to the third, and ends at the fourth. */
export type TemperatureRange = Record<"feedsAboveC" | "bestFromC" | "bestToC" | "stopsC", Figure>;
/** What became of a mean weight over so many effective degree-days. */
export type Trial = Record<"fromG" | "toG" | "degreeDays", Figure>;

/**
 * Degrees that grow fish on a day of this mean temperature: none up to where they begin to feed, then one per
 * degree, no more above the best range, falling evenly to none where they stop. The corners answer what is wrong
 * with plain degree-days (Jobling 2003: growth by temperature is a bell, not a line).
 */
export function effectiveDegrees(range: TemperatureRange, meanC: number) {
  const [feeds, best, bestTo, stops] = [
    range.feedsAboveC.value,
    range.bestFromC.value,
    range.bestToC.value,
    range.stopsC.value,
  ];
  const most = best - feeds;
  const rising = Math.min(meanC - feeds, most);
  const falling = (most * (stops - meanC)) / (stops - bestTo);
  return Math.max(0, Math.min(rising, falling));
}

/**
 * Thermal growth (Iwama & Tautz 1981): the cube root of the mean weight grows by the same amount with every
 * effective degree-day. The amount, ∛g per degree-day, is the thermal growth coefficient (TGC) by 1000.
 */
export const meanAfter = (meanG: number, rate: number, degreeDays: number) =>
  (Math.cbrt(meanG) + rate * degreeDays) ** 3;

export const rateOfTrial = ({ fromG, toG, degreeDays }: Trial) =>
  (Math.cbrt(toG.value) - Math.cbrt(fromG.value)) / degreeDays.value;
