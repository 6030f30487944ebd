import type { AppLoadContext } from "@remix-run/node";
import type { Viewer } from "#app/auth/viewer.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { ColourName } from "#app/map/colours.ts";
import { species } from "#db/reference/species.ts";
import { densityAsked } from "../production/bounds.ts";
import { density } from "../production/growth/density.ts";
import type { Fill, FillBy } from "./map-layers/fill.ts";
import {
  countAlarmsOfSites,
  countHazardsOfSites,
  type FilledSites,
  listFishInWater,
} from "./queries/map-fill.server.ts";

type Words = Pick<AppLoadContext, "t" | "language">;
type Asking = Words & Pick<AppLoadContext, "today">;

/** One for each species of the reference, in its order. */
const speciesColours: ColourName[] = [
  "ok",
  "breeding",
  "accent",
  "farming",
  "processing",
  "late",
  "sales",
  "ink",
  "withheld",
];
const dense = [densityAsked.above, densityAsked.loudlyAbove];
const densityNames = ["low", "fair", "high"] as const;

/** The classes of a fill from the lowest to the highest, in the reader's words. */
export function fillClasses(by: FillBy, { t, language }: Words): Fill {
  if (by === "species")
    return {
      by,
      classes: species.map(({ nameZh, nameEn }, index) => ({
        rank: index + 1,
        colour: speciesColours[index] ?? "muted",
        name: language === "zh" ? nameZh : nameEn,
      })),
    };
  const named =
    by === "density"
      ? densityNames.map((name) => t(`overview:map.fillClass.density.${name}`))
      : (["low", "high"] as const).map((name) => t(`overview:map.fillClass.${by}.${name}`));
  const colours: ColourName[] = by === "density" ? ["breeding", "due", "late"] : ["due", "late"];
  return {
    by,
    classes: named.map((name, index) => ({ rank: index + 1, colour: colours[index] ?? "muted", name })),
  };
}

/** The class of each site that has one, and the same in words. */
export async function fillSites(viewer: Viewer, by: FillBy, asked: FilledSites, context: Asking) {
  if (by === "species" || by === "density") {
    const fish = await listFishInWater(viewer, asked);
    return by === "species" ? fillBySpecies(fish, context) : fillByDensity(fish, context);
  }
  const counts =
    by === "alarms"
      ? await countAlarmsOfSites(viewer, asked)
      : await countHazardsOfSites(viewer, asked, context.today);
  return new Map(
    counts.map(({ siteId, all, worse }) => {
      const said = context.t(`overview:map.fillFact.${by}`, { count: all });
      const more = worse > 0 ? context.t(`overview:map.fillFact.${by}Worse`, { count: worse }) : "";
      return [siteId, { rank: worse > 0 ? 2 : 1, words: said + more }];
    }),
  );
}
type Fish = Awaited<ReturnType<typeof listFishInWater>>;
type Filled = Map<string, { rank: number; words: string }>;

function fillBySpecies(fish: Fish, { language }: Words): Filled {
  const main = new Map<string, Fish[number]>();
  for (const one of fish) if (one.massG > (main.get(one.siteId)?.massG ?? 0)) main.set(one.siteId, one);
  return new Map(
    [...main].flatMap(([siteId, one]) => {
      const index = species.findIndex(({ code }) => code === one.species);
      const { nameZh, nameEn } = species[index] ?? {};
      const name = language === "zh" ? nameZh : nameEn;
      return name ? [[siteId, { rank: index + 1, words: name }]] : [];
    }),
  );
}

function fillByDensity(fish: Fish, { t, language }: Words): Filled {
  const sites = new Map<string, { massG: number; volumeM3: number | null }>();
  for (const { siteId, massG, volumeM3 } of fish)
    sites.set(siteId, { massG: massG + (sites.get(siteId)?.massG ?? 0), volumeM3 });
  return new Map(
    [...sites].flatMap(([siteId, { massG, volumeM3 }]) => {
      const kgM3 = density(massG, volumeM3);
      if (kgM3 === null) return [];
      const above = dense.filter((bound) => kgM3 > bound).length;
      const value = formatNumber(kgM3, language, 1);
      return [[siteId, { rank: above + 1, words: t("overview:map.fillFact.density", { value }) }]];
    }),
  );
}
