import type { SiteKind } from "#app/features/sites/kinds.ts";
import { addDays } from "#app/i18n/day.ts";
import { dayTemperatures } from "../growth/day-temperatures.ts";
import { growthCurve } from "../growth/growth-curve.ts";
import { harvestForecast } from "../growth/harvest-forecast.ts";
import { growthOfSpecies } from "../growth/species-growth.ts";
import { waterOf } from "../growth/water-climate.ts";
import type { Weighing } from "../growth/weighing.ts";

/** As far as a forecast looks. */
const aheadDays = 540;

type Growing = {
  species: string;
  siteKind: SiteKind;
  weighings: Weighing[];
  /** daily means of the site's own readings */
  readings: { on: string; meanC: number }[];
  stock: { on: string; count: number } | null;
  today: string;
};

/**
 * The curve and the harvest of a lot of one age group; undefined for a species nobody has researched, and before the
 * first weighing. The curve ends a month after the lot has surely reached market weight.
 */
export function forecastOf({ species, siteKind, weighings, readings, stock, today }: Growing) {
  const parameters = growthOfSpecies(species);
  const first = weighings.map(({ on }) => on).sort()[0];
  if (!parameters || first === undefined) return undefined;
  const temperatures = dayTemperatures({
    water: waterOf(siteKind),
    readings,
    from: first,
    to: addDays(today, aheadDays),
  });
  const growing = { weighings, temperatures, parameters };
  const forecast = harvestForecast({ ...growing, stock });
  const ends = addDays(forecast?.latest ?? forecast?.on ?? addDays(today, 120), 30);
  const last = [ends, addDays(today, 30)].sort().at(-1) as string;
  return {
    forecast,
    curve: growthCurve(growing).filter(({ on }) => on <= last),
  };
}
export type LotForecast = NonNullable<ReturnType<typeof forecastOf>>;
