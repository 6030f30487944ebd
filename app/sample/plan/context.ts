import type { Position } from "./geometry.ts";
import { createIds } from "./ids.ts";
import { createLand, type Land } from "./land.ts";
import { createRandom, type Random } from "./random.ts";

export type County = {
  code: string;
  name: string;
  towns: { code: string; name: string; lng: number; lat: number }[];
  villages: { code: string; name: string; townCode: string; kind: "village" | "community" }[];
  boundary: { type: "MultiPolygon"; coordinates: number[][][][] };
};

export type Context = {
  county: County;
  asOf: string;
  random: Random;
  land: Land;
  nextId: () => string;
};

/** What lies where follows from the seed alone, ids and dates also from the day: a renewed sample keeps its map. */
export function createContext({
  seed,
  asOf,
  county,
}: {
  seed: string;
  asOf: string;
  county: County;
}): Context {
  return {
    county,
    asOf,
    random: createRandom(seed),
    land: createLand(county.boundary),
    nextId: createIds(createRandom(`${seed}/${asOf}`), asOf),
  };
}

export function findTown({ county }: Context, name: string) {
  const town = county.towns.find((candidate) => candidate.name === name);
  if (!town) throw new Error(`no town ${name}`);
  return town;
}

export const homeOf = ({ lng, lat }: { lng: number; lat: number }): Position => [lng, lat];
