/**
 * Share of the fish put in that is alive in the water or was taken out alive; missing fish found by a count are
 * lost like dead ones. Above 1 when more came out than was thought to have gone in. Null where nothing was counted.
 */
export const survival = (lot: { putIn: number | null; alive: number | null; takenOut: number }) =>
  lot.putIn && lot.alive !== null ? (lot.alive + lot.takenOut) / lot.putIn : null;
