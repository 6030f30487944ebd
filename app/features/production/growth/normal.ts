/**
 * Share of a standard normal distribution below z; Zelen & Severo, Abramowitz & Stegun 26.2.17, off by less than
 * 7.5e-8. Exactly 0 and 1 at the infinities.
 */
export function normalBelow(z: number): number {
  if (z < 0) return 1 - normalBelow(-z);
  if (z === Number.POSITIVE_INFINITY) return 1;
  const t = 1 / (1 + 0.2316419 * z);
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
