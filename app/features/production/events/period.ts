/** Days of a period, both ends counted. */
export const daysBetween = (fromOn: string, toOn: string) =>
  Math.round((Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000) + 1;
