import { growthParameters } from "#db/reference/growth-parameters.ts";

export type GrowthParameters = (typeof growthParameters)[keyof typeof growthParameters];

const byCode = new Map<string, GrowthParameters>(Object.entries(growthParameters));

/** Grams from which fish of a species go to market. */
export const marketWeights = Object.entries(growthParameters).map(([species, { marketG }]) => ({
  species,
  grams: marketG.value,
}));

/** Undefined for a species nobody has researched: it has no forecast. */
export const growthOfSpecies = (speciesCode: string) => byCode.get(speciesCode);
