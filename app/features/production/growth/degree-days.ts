import { climateSpreadC } from "#db/reference/hanyin-water-temperature.ts";
import type { DayTemperature } from "./day-temperatures.ts";
import { effectiveDegrees, type TemperatureRange } from "./growth-model.ts";

/** Effective degree-days up to the morning of a day since the first; and by how much a season may differ, one standard deviation. */
export type DegreeDays = { sum: number; spread: number };

/**
 * Sums day by day: the degrees of a day show the next morning. `temperatures` is one unbroken run of days. Only
 * days still taken from the climate are uncertain: the spread is that of a season warmer or colder throughout.
 */
export function degreeDaysOn(temperatures: readonly DayTemperature[], range: TemperatureRange) {
  const byDay = new Map<string, DegreeDays>();
  let [sum, spread] = [0, 0];
  for (const { on, meanC, source } of temperatures) {
    byDay.set(on, { sum, spread });
    sum += effectiveDegrees(range, meanC);
    if (source === "measured") continue;
    const warmer = effectiveDegrees(range, meanC + climateSpreadC.value);
    spread += (warmer - effectiveDegrees(range, meanC - climateSpreadC.value)) / 2;
  }
  return (day: string): DegreeDays => {
    const found = byDay.get(day);
    if (!found) throw new RangeError(`no temperature is given for ${day}`);
    return found;
  };
}
