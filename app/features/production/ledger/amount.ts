/** Fish and grams. Of what can't be counted the count stays 0. */
export type Amount = { count: number; massG: number };

export const nothing: Amount = { count: 0, massG: 0 };

export const plus = (a: Amount, b: Amount): Amount => ({
  count: a.count + b.count,
  massG: a.massG + b.massG,
});
export const minus = (a: Amount, b: Amount): Amount => ({
  count: a.count - b.count,
  massG: a.massG - b.massG,
});
export const negative = (a: Amount): Amount => minus(nothing, a);
export const isSame = (a: Amount, b: Amount) => a.count === b.count && a.massG === b.massG;
export const isNothing = (a: Amount) => isSame(a, nothing);
export const sumOf = (amounts: Amount[]) => amounts.reduce(plus, nothing);

/**
 * What is wrong with a balance: below zero, or fish without weight, or weight without fish. The last fish takes the
 * last gram: count 0 ⇔ mass 0.
 */
export function flawOf({ count, massG }: Amount, counted: boolean): "short" | "uneven" | undefined {
  if (count < 0 || massG < 0) return "short";
  if (counted && (count === 0) !== (massG === 0)) return "uneven";
  return undefined;
}

/** Half a gram, half a fen: up. */
export const roundHalfUp = (value: number) => Math.floor(value + 0.5);

/** The weight of so many fish at a mean weight in grams; one fish weighs at least a gram. */
export const massOf = (count: number, meanG: number) =>
  count === 0 ? 0 : Math.max(1, roundHalfUp(count * meanG));

/** Grams per fish; null: nothing there, or not countable. */
export const meanOf = ({ count, massG }: Amount) => (count > 0 ? massG / count : null);
