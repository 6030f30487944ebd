import { addDays } from "#app/i18n/day.ts";
import type { Water } from "#db/reference/hanyin-water-temperature.ts";
import { climateC } from "./water-climate.ts";

export type DayTemperature = { on: string; meanC: number; source: "measured" | "climate" };

/** So many days without a difference stand against those measured, before a pond counts as unlike its climate. */
const doubtDays = 10;

/**
 * A site's temperature for every day, both ends included: its own reading of the day where there is one, else the
 * climate of such waters moved by how far this one's readings lie from it on the mean.
 */
export function dayTemperatures({
  water,
  readings,
  from,
  to,
}: {
  water: Water;
  /** Daily means of the site's own readings. */
  readings: readonly { on: string; meanC: number }[];
  from: string;
  to: string;
}): DayTemperature[] {
  const measured = new Map(readings.map(({ on, meanC }) => [on, meanC]));
  const apart = [...measured].reduce((sum, [on, meanC]) => sum + meanC - climateC(water, on), 0);
  const offset = apart / (measured.size + doubtDays);
  const days: DayTemperature[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const meanC = measured.get(on);
    days.push(
      meanC === undefined
        ? { on, meanC: climateC(water, on) + offset, source: "climate" }
        : { on, meanC, source: "measured" },
    );
  }
  return days;
}
