import type { SiteKind } from "#app/features/sites/kinds.ts";
import { addDays } from "#app/i18n/day.ts";
import { hanyinWaterC, type Water } from "#db/reference/hanyin-water-temperature.ts";
import { daysBetween } from "./days-between.ts";

export function waterOf(kind: SiteKind): Water {
  if (kind === "water_area") return "deep";
  return kind === "raceway" ? "running" : "shallow";
}

/** Mean water temperature to expect on a day, °C: between the months' values, each standing on its 15th. */
export function climateC(water: Water, day: string) {
  const month = day.slice(0, 8);
  const before = day.slice(8) >= "15" ? `${month}15` : `${addDays(`${month}01`, -1).slice(0, 8)}15`;
  const after = `${addDays(before, 31).slice(0, 8)}15`;
  const [from, to] = [monthC(water, before), monthC(water, after)];
  return from + ((to - from) * daysBetween(before, day)) / daysBetween(before, after);
}

const monthC = (water: Water, day: string) => hanyinWaterC[water][Number(day.slice(5, 7)) - 1] ?? Number.NaN;
