import { addDays } from "#app/i18n/day.ts";

/** A day's own temperature readings of a site, °C, rolled up. */
export type DayReading = { day: string; n: number; sumC: number; minC: number; maxC: number };

/** The readings of sites, both days included; a site without any may be missing. */
export type DayTemperatures = (
  allianceId: string,
  siteIds: string[],
  period: { from: string; to: string },
) => Promise<Map<string, DayReading[]>>;

/** A gap of more days than this counts as nothing from there on. */
export const gapAtMost = 7;

/**
 * A day's mean on the safe side: between the lowest and the highest reading, never above their average; a single
 * reading, or two or three that hardly differ (likely of one hour), less 1 °C. Never below 0.
 */
export function safeMean({ n, sumC, minC, maxC }: DayReading) {
  const average = sumC / n;
  const isOneHour = n === 1 || (n < 4 && maxC - minC < 1);
  return Math.max(0, isOneHour ? average - 1 : Math.min((minC + maxC) / 2, average));
}

/**
 * Means of a site's days as they count towards a withdrawal. A day without a reading counts as the lower of its
 * neighbours less 2 °C, after seven such days as 0; and as 0 as long as no later reading closes the gap, so that only
 * recorded days open the gate.
 */
export function countedMeans(readings: DayReading[]): (day: string) => number {
  const means = new Map(readings.filter(({ n }) => n > 0).map((one) => [one.day, safeMean(one)]));
  const days = [...means.keys()].sort();
  const last = days.at(-1) ?? "";
  return (day) => {
    const own = means.get(day);
    if (own !== undefined) return own;
    if (day > last) return 0;
    const before = Array.from({ length: gapAtMost }, (_, back) => means.get(addDays(day, -1 - back)));
    const previous = before.find((mean) => mean !== undefined);
    if (previous === undefined) return 0;
    const next = means.get(days.find((one) => one > day) ?? "") ?? 0;
    return Math.max(0, Math.min(previous, next) - 2);
  };
}
