import { addDays } from "#app/i18n/day.ts";

/** The month of a day: 2026-03. */
export const monthOf = (day: string) => day.slice(0, 7);

/** First and last day of a month. */
export function daysOf(month: string) {
  const next = addDays(`${month}-28`, 4).slice(0, 8);
  return { from: `${month}-01`, to: addDays(`${next}01`, -1) };
}

/** So many months back a list can be narrowed to. */
export const monthsToChoose = 24;

/** The newest first, this month among them. */
export function monthsBefore(today: string, count: number) {
  const months = [monthOf(today)];
  while (months.length < count) months.push(monthOf(addDays(`${months.at(-1)}-01`, -1)));
  return months;
}
