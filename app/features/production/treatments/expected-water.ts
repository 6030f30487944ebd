import type { SiteKind } from "#app/features/sites/kinds.ts";
import { climateSpreadC } from "#db/reference/hanyin-water-temperature.ts";
import { climateC, waterOf } from "../growth/water-climate.ts";
import { expectedOn, type Reached, type Term } from "./withdrawal.ts";

/** What a day's reading, taken once, is counted less. */
const singleReadingC = 1;

/**
 * The first days on which fish of such a site are likely fit: in a season one deviation warmer than the climate of the
 * county's waters and measured twice a day, and in one as much colder and measured once. Both assume that every day is
 * measured from now on.
 */
export function expectedRange(
  kind: SiteKind,
  term: Term,
  so: { reached: Reached; countedTo: string },
): { from: string | null; to: string | null } {
  const water = waterOf(kind);
  const mean = (apart: number) => (day: string) => climateC(water, day) + apart;
  return {
    from: expectedOn(term, so, mean(climateSpreadC.value)),
    to: expectedOn(term, so, mean(-climateSpreadC.value - singleReadingC)),
  };
}
