import { daysBetween } from "./days-between.ts";

/** Days since stocking: 0 on the day itself. An emptied lot stops counting on its last day. */
export const daysOfCulture = (lot: { stockedOn: string; emptiedOn: string | null }, today: string) =>
  Math.max(
    0,
    daysBetween(lot.stockedOn, lot.emptiedOn !== null && lot.emptiedOn < today ? lot.emptiedOn : today),
  );
