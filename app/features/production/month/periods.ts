/** The month up to a day, and the same days a year earlier; the 29th of February is compared with the 28th. */
export function monthSoFar(today: string) {
  const lastYear = String(Number(today.slice(0, 4)) - 1) + today.slice(4);
  const before = lastYear.endsWith("-02-29") ? `${lastYear.slice(0, 8)}28` : lastYear;
  const since = (day: string) => ({ from: `${day.slice(0, 8)}01`, to: day });
  return { now: since(today), before: since(before) };
}
