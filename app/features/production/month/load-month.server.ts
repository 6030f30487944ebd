import type { Viewer } from "#app/auth/viewer.ts";
import { isAlive } from "../kinds.ts";
import { sumLots } from "../queries/list-lots.server.ts";
import { sumPeriods } from "../queries/sum-months.server.ts";
import { monthSoFar } from "./periods.ts";

/** The month so far beside the same days a year ago, and what swims now by species. */
export async function loadMonth(viewer: Viewer, today: string) {
  const periods = monthSoFar(today);
  const [sums, lots] = await Promise.all([sumPeriods(viewer, periods), sumLots(viewer, {}, today)]);
  const species = new Map<string, { code: string; zh: string; en: string; massG: number; lots: number }>();
  for (const lot of lots.filter(({ form }) => isAlive(form))) {
    const known = species.get(lot.species) ?? {
      ...{ code: lot.species, zh: lot.speciesZh, en: lot.speciesEn, massG: 0, lots: 0 },
    };
    species.set(lot.species, { ...known, massG: known.massG + lot.massG, lots: known.lots + lot.lots });
  }
  return { ...sums, periods, species: [...species.values()].sort((a, b) => b.massG - a.massG) };
}
export type Month = Awaited<ReturnType<typeof loadMonth>>;
