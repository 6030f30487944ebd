import { muToSquareMetres } from "#app/features/sites/area.ts";
import { addDays } from "#app/i18n/day.ts";
import { outlineArea } from "#app/map/outline/outline.ts";
import type { Context } from "../context.ts";
import type { Site } from "../sites.ts";
import { planFedCycle, weightAfter } from "./fed-cycle.ts";
import { planHatch } from "./hatch.ts";
import { husbandry, husbandryOf } from "./husbandry.ts";
import { planOpenWater } from "./open-water.ts";
import { createScribe, type Written } from "./scribe.ts";

/** About 18 months. */
const daysBack = 545;
/** Fish that were in the water before the sample begins come in grown, where they are not older than this. */
const grownDays = 110;
const fishPerCubicMetre = 84;
/** What tanks without measures are taken for. */
const ordinaryTankM3 = 31.3;
const silentOperators = 6;
const unweighedShare = 0.18;

/** What happened at every water of the sample in the last 18 months, in the rhythm of the place; by operator. */
export function planProduction(context: Context, sites: readonly Site[]) {
  const random = context.random.fork("production");
  const { asOf } = context;
  const from = addDays(asOf, -daysBack);
  const operators = [...new Set(sites.map(({ operatorId }) => operatorId))];
  const silent = new Set(random.shuffle(operators).slice(0, silentOperators));
  return operators.map((operatorId) => {
    const until = silent.has(operatorId) ? addDays(asOf, -random.integer(13, 26)) : asOf;
    const events = sites
      .filter((site) => site.operatorId === operatorId && site.status === "in_use")
      .flatMap((site) => planSite(context, site, { from, until }));
    events.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
    return { operatorId, events };
  });
}
export type ProductionPlan = ReturnType<typeof planProduction>;

function planSite(context: Context, site: Site, { from, until }: { from: string; until: string }): Written[] {
  const random = context.random.fork(`production/${site.code}`);
  const scribe = createScribe(random, until);
  const unweighedFrom = random.chance(unweighedShare)
    ? addDays(context.asOf, -random.integer(25, 50))
    : undefined;
  const raise = (start: string, latest: string, count: number, species = site.species) => {
    const kind = husbandryOf(species);
    if (!kind || start < addDays(from, -grownDays) || start >= until) return;
    const enters = start < from ? addDays(from, random.integer(0, 12)) : start;
    planFedCycle({
      ...{ husbandry: kind, siteId: site.id, count, from: enters, latest },
      ...{ startG: weightAfter(kind, start, enters), random, scribe, unweighedFrom },
    });
  };
  const years = [-1, 0, 1].map((step) => Number(context.asOf.slice(0, 4)) + step - 1);
  switch (site.kind) {
    case "pond": {
      // Fry come from March to May and are sold from September; some tanks take late fry, which winter there.
      const late = random.chance(0.3);
      for (const year of years) {
        const count = (site.volumeM3 ?? ordinaryTankM3) * fishPerCubicMetre * random.between(0.85, 1.1);
        if (late) raise(dayOf(year, 6, random.integer(0, 45)), `${year + 1}-05-20`, Math.round(count * 0.8));
        else raise(dayOf(year, 3, random.integer(5, 75)), `${year + 1}-02-24`, Math.round(count));
      }
      break;
    }
    case "earth_pond":
      for (const year of years)
        raise(
          dayOf(year, 2, random.integer(20, 60)),
          `${year + 1}-02-05`,
          Math.round(areaOf(site) * random.between(0.5, 0.8)),
          site.species.some((one) => one in husbandry) ? site.species : ["grass_carp"],
        );
      break;
    case "raceway":
      for (const year of years)
        for (const start of [dayOf(year, 4, random.integer(0, 25)), dayOf(year, 10, random.integer(0, 40))])
          raise(start, addDays(start, 330), Math.round((site.volumeM3 ?? 100) * random.between(18, 26)));
      break;
    case "rice_field":
      for (const year of years)
        raise(
          dayOf(year, 6, random.integer(0, 12)),
          dayOf(year, 10, random.integer(0, 10)),
          Math.round(areaOf(site) * random.between(0.07, 0.14)),
          ["common_carp"],
        );
      break;
    case "hatchery":
      for (const year of years)
        planHatch({ siteId: site.id, species: site.species[0], from, until }, { year, random, scribe });
      break;
    case "water_area":
      planOpenWater(
        { id: site.id, species: site.species, areaM2: areaOf(site) },
        { random, scribe, from, until },
      );
      break;
  }
  return scribe.events;
}

const dayOf = (year: number, month: number, days: number) =>
  addDays(`${year}-${String(month).padStart(2, "0")}-01`, days);

const areaOf = (site: Site) =>
  site.registeredAreaMu !== null
    ? muToSquareMetres(site.registeredAreaMu)
    : site.outline
      ? outlineArea(site.outline)
      : 600;
