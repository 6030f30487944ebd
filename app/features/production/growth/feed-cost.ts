/** Feed in grams at its price in fen per kg, null where nobody knows the price. */
type PricedFeed = { massG: number; fenPerKg: number | null };

/**
 * What feed cost in fen, each line rounded half up, and how many grams of it the sum covers; `fen` is null where no
 * price is known at all.
 */
export function feedCost(feed: readonly PricedFeed[]) {
  const priced = feed.flatMap(({ massG, fenPerKg }) => (fenPerKg === null ? [] : [{ massG, fenPerKg }]));
  const pricedG = priced.reduce((sum, { massG }) => sum + massG, 0);
  const fen = priced.reduce((sum, { massG, fenPerKg }) => sum + Math.round((massG * fenPerKg) / 1000), 0);
  return {
    fen: priced.length > 0 ? fen : null,
    pricedG,
    totalG: feed.reduce((sum, { massG }) => sum + massG, 0),
  };
}
