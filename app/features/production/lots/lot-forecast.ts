import type { SiteKind } from "#app/features/sites/kinds.ts";
import { addDays } from "#app/i18n/day.ts";
import { dayTemperatures } from "../growth/day-temperatures.ts";
import { type CurvePoint, growthCurve } from "../growth/growth-curve.ts";
import { harvestForecast } from "../growth/harvest-forecast.ts";
import { growthOfSpecies } from "../growth/species-growth.ts";
import { waterOf } from "../growth/water-climate.ts";
import { oneWeighingADay, type Weighing } from "../growth/weighing.ts";

/** As far as a forecast looks. */
const aheadDays = 540;

type Growing = {
  species: string;
  siteKind: SiteKind;
  weighings: Weighing[];
  /** daily means of the site's own readings */
  readings: { on: string; meanC: number }[];
  stock: { on: string; count: number } | null;
  /** no fish are left since; nothing is forecast then */
  endedOn: string | null;
  today: string;
};

/**
 * The curve and the harvest of a lot of one age group; undefined before the first weighing. A species nobody has
 * researched has its weighings only. The curve ends a month after the lot has surely reached market weight.
 */
export function forecastOf({ species, siteKind, weighings, readings, stock, endedOn, today }: Growing) {
  const weighed = oneWeighingADay(weighings);
  const [first, newest] = [weighed[0]?.on, weighed.at(-1)?.on];
  if (first === undefined || newest === undefined) return undefined;
  const parameters = growthOfSpecies(species);
  if (!parameters) return { forecast: null, curve: weighed.map(asMeasured) };
  const temperatures = dayTemperatures({
    water: waterOf(siteKind),
    readings,
    from: first,
    to: endedOn === null ? addDays(today, aheadDays) : newest,
  });
  const growing = { weighings, temperatures, parameters };
  const curve = growthCurve(growing);
  if (endedOn !== null) return { forecast: null, curve };
  const forecast = harvestForecast({ ...growing, stock });
  const ends = addDays(forecast?.latest ?? forecast?.on ?? addDays(today, 120), 30);
  const last = [ends, addDays(today, 30)].sort().at(-1) as string;
  return { forecast, curve: curve.filter(({ on }) => on <= last) };
}
export type LotForecast = NonNullable<ReturnType<typeof forecastOf>>;

const asMeasured = ({ on, meanG }: Weighing): CurvePoint => ({ on, meanG, kind: "measured", range: null });
