/** The same day of another year; 29 February becomes the 28th. */
export function addYears(day: string, years: number) {
  const year = Number(day.slice(0, 4)) + years;
  return `${year}-${day.slice(5) === "02-29" ? "02-28" : day.slice(5)}`;
}
