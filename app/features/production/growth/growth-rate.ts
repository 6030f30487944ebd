import { samplingCv, unknownSample } from "#db/reference/growth-parameters.ts";

/** A weighing as the model sees it: the cube root of the mean and the effective degree-days so far. */
export type Observation = { root: number; degreeDays: number; n: number | null };
type Prior = { rate: number; rateCv: number; individualCv: number };

/** Variance of a cube root, from how fish differ and how unfair a sample is: a third of the relative error, squared. */
function rootVariance({ root, n }: Observation, individualCv: number) {
  const relative = individualCv ** 2 / (n ?? unknownSample.value) + samplingCv.value ** 2;
  return (root / 3) ** 2 * relative;
}

/**
 * The lot's own growth rate: the straight line through its weighings (least squares, weighted by their variance),
 * drawn towards the species' rate by how well that is known (normal prior on the slope). With one weighing it is
 * the species' rate. `misfit` says by how much the weighings scatter more than they should (≥ 1, a variance ratio);
 * `reach` is how far the last one lies from the middle of all in degree-days, which ties its error to the slope's.
 */
export function growthRate(observations: readonly Observation[], prior: Prior) {
  const weighed = observations.map((one) => ({ ...one, weight: 1 / rootVariance(one, prior.individualCv) }));
  const last = weighed.at(-1);
  if (!last) throw new RangeError("a lot that was never weighed has no growth rate");
  const total = sum(weighed, ({ weight }) => weight);
  const middle = sum(weighed, ({ weight, degreeDays }) => weight * degreeDays) / total;
  const level = sum(weighed, ({ weight, root }) => weight * root) / total;
  const known = 1 / (prior.rate * prior.rateCv) ** 2;

  const across = sum(weighed, ({ weight, degreeDays }) => weight * (degreeDays - middle) ** 2);
  const rise = sum(
    weighed,
    ({ weight, degreeDays, root }) => weight * (degreeDays - middle) * (root - level),
  );
  const variance = 1 / (known + across);
  const rate = Math.max(0, variance * (known * prior.rate + rise));

  const scatter = sum(
    weighed,
    ({ weight, degreeDays, root }) => weight * (root - level - rate * (degreeDays - middle)) ** 2,
  );
  const misfit = (scatter + known * (rate - prior.rate) ** 2) / (weighed.length - 1);
  return {
    rate,
    variance,
    misfit: weighed.length > 1 ? Math.max(1, misfit) : 1,
    reach: last.degreeDays - middle,
    lastVariance: 1 / last.weight,
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number) {
  return items.reduce((total, item) => total + of(item), 0);
}
