import { type Amount, roundHalfUp } from "./amount.ts";

/**
 * Fish taken from a lot. What was weighed is believed: the difference to the booked share of the fish removed is their
 * growth (or shrinkage), so that the rest keeps its last mean. Not weighed: the booked share. The last fish takes the
 * last gram.
 */
export function removeFrom(lot: Amount, { count, massG }: { count: number; massG: number | null }) {
  const shareG = shareOf(lot, count);
  const takenG = massG ?? shareG;
  return { takenG, growthG: takenG - shareG };
}

/** The booked weight of so many of a lot's fish: at least a gram for them, and a gram for those that stay. */
function shareOf(lot: Amount, count: number) {
  if (count >= lot.count) return lot.massG;
  const share = roundHalfUp((lot.massG * count) / lot.count);
  return Math.min(Math.max(share, 1), lot.massG - 1);
}
