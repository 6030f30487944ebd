/** Splits a whole number by shares so that the parts are whole and sum to it (largest remainder; of equal ones the first); no shares, no parts. */
export function splitWhole(total: number, shares: readonly number[]) {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (all > 0 ? (total * share) / all : 0));
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, all > 0 ? left : 0)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
