const chinaDayFormat = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });

/** The day in China at an instant, 'YYYY-MM-DD', whatever the machine's own time zone. */
export const chinaDay = (instant: Date) => chinaDayFormat.format(instant);

/** Midnight in China. */
export const beginningOfDay = (day: string) => new Date(`${day}T00:00:00+08:00`);

/** The day so many days later (or earlier), by the calendar. */
export function addDays(day: string, days: number) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** 'YYYY-MM-DD' and a day of the calendar. */
export const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;

/** An instant as `toISOString` writes it. */
export function isInstant(text: string) {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}
