/** A weighing of a lot: the mean of `n` fish in grams. `n` is null where nobody counted, as at most stockings. */
export type Weighing = { on: string; meanG: number; n: number | null };

/** By day, one a day: of several the last given stands, since it was made knowing the others. */
export function oneWeighingADay(weighings: readonly Weighing[]): Weighing[] {
  const byDay = new Map(weighings.map((weighing) => [weighing.on, weighing]));
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}
