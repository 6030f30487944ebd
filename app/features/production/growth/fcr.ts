import { chinaDay } from "#app/i18n/day.ts";
import { type Feeding, shareWithin } from "./feeding.ts";
import { oneWeighingADay, type Weighing } from "./weighing.ts";

/** What a lot held from an instant on. */
export type Balance = { at: Date; count: number | null; massG: number };
/** Fish that came or went: `in` stocked or moved in, `out` harvested or moved out, `dead`. */
export type Flow = { on: string; massG: number; kind: "in" | "out" | "dead" };

type Lot = {
  weighings: readonly Weighing[];
  balances: readonly Balance[];
  flows: readonly Flow[];
  feedings: readonly Feeding[];
};

/**
 * Biological feed conversion ratio: compound feed by the mass grown, which is what is there at the end, was taken
 * out and died, less what was there at the start and came in. (The economic one leaves the dead out.) Between the
 * first and the last weighing of the period, both from the evening on. Null, shown as "—", without two weighings,
 * without feed, without growth. A feed entry of several days counts by its share.
 */
export function feedConversion(lot: Lot, { fromOn, toOn }: { fromOn: string; toOn: string }) {
  const weighed = oneWeighingADay(lot.weighings).filter(({ on }) => on >= fromOn && on <= toOn);
  const [after, until] = [weighed[0]?.on, weighed.at(-1)?.on];
  if (after === undefined || until === undefined || after === until) return null;
  const [start, end] = [massOnEvening(lot.balances, after), massOnEvening(lot.balances, until)];
  if (start === undefined || end === undefined) return null;

  const within = lot.flows.filter(({ on }) => on > after && on <= until);
  const gainG = within.reduce(
    (sum, flow) => sum + (flow.kind === "in" ? -flow.massG : flow.massG),
    end - start,
  );
  const feedG = lot.feedings
    .filter(({ kind }) => kind === "compound")
    .reduce((sum, feeding) => sum + feeding.massG * shareWithin(feeding, { after, until }), 0);
  return gainG > 0 && feedG > 0 ? { fcr: feedG / gainG, feedG, gainG, fromOn: after, toOn: until } : null;
}

/** The last balance of the day or of one before it. */
function massOnEvening(balances: readonly Balance[], day: string) {
  const known = balances.filter(({ at }) => chinaDay(at) <= day);
  return known.reduce<Balance | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined)
    ?.massG;
}
