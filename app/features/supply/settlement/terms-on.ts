/** Under which version a day's fish are paid: the last that was in force on it; undefined before the first. */
export const termsOn = <Version extends { number: number; effectiveOn: string }>(
  versions: readonly Version[],
  day: string,
) =>
  versions
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn) || a.number - b.number)
    .at(-1);
