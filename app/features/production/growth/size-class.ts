import { shareOut } from "../ledger/shares.ts";
import { normalBelow } from "./normal.ts";

const gramsPerJin = 500;

/** A size as it is spoken: fish below one jin in 尾/斤, from one jin on in 斤/尾. */
export const spokenSize = (meanG: number) =>
  meanG < gramsPerJin
    ? { unit: "fishPerJin" as const, value: gramsPerJin / meanG }
    : { unit: "jinPerFish" as const, value: meanG / gramsPerJin };

/** Fish from a weight on up to below another; null is open. */
export type SizeClass = { fromG: number | null; toG: number | null; count: number; massG: number };

/**
 * How a lot falls into market classes at a mean weight: weights of single fish are taken as log-normal around it
 * (none below zero, the large ones straggle) with the coefficient of variation given. Counts and grams are whole
 * and sum to the lot's; a class without a fish has no grams.
 */
export function sizeClasses(
  lot: { count: number; meanG: number; individualCv: number },
  bordersG: readonly number[],
): SizeClass[] {
  const sigma = Math.sqrt(Math.log(1 + lot.individualCv ** 2));
  const middle = Math.log(lot.meanG) - sigma ** 2 / 2;
  const below = bordersG.map((border) => (Math.log(border) - middle) / sigma);
  const shares = between(below.map(normalBelow));
  const counts = shareOut(lot.count, shares);
  // The mass of a log-normal distribution is the same distribution, shifted by its variance.
  const massShares = between(below.map((z) => normalBelow(z - sigma))).map((share, index) =>
    counts[index] ? share : 0,
  );
  const masses = shareOut(Math.round(lot.count * lot.meanG), massShares);
  return shares.map((_, index) => ({
    fromG: bordersG[index - 1] ?? null,
    toG: bordersG[index] ?? null,
    count: counts[index] ?? 0,
    massG: masses[index] ?? 0,
  }));
}

const between = (below: number[]) =>
  [...below, 1].map((share, index) => Math.max(0, share - (below[index - 1] ?? 0)));
