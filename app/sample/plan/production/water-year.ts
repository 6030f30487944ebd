import { addDays } from "#app/i18n/day.ts";

/** The sample's own water temperatures at mid-month, °C: made up for the place, and no source for anything else. */
const still = [6, 8, 12.5, 17.5, 21.5, 25, 27.5, 27, 23, 18, 13, 8];
const cold = [8, 9, 11, 13.5, 15.5, 17, 18.5, 18, 16, 13.5, 11, 9];

/** A year is warmer or colder than another, by the same for all waters. */
const anomaly = (day: string) => Math.sin(Number(day.slice(0, 4)) * 2.4) * 1.2;

export function waterTemperature(day: string, isCold: boolean) {
  const months = isCold ? cold : still;
  const month = Number(day.slice(5, 7)) - 1;
  const share = (Number(day.slice(8)) - 15) / 30;
  const other = (month + (share < 0 ? 11 : 1)) % 12;
  const here = months[month] as number;
  return here + ((months[other] as number) - here) * Math.abs(share) + anomaly(day);
}

/** Degrees above the warmth at which a species begins to grow, summed over a week from a day on. */
export function warmthOfWeek(from: string, { isCold, above }: { isCold: boolean; above: number }) {
  let sum = 0;
  for (let index = 0; index < 7; index += 1)
    sum += Math.max(0, waterTemperature(addDays(from, index), isCold) - above);
  return sum;
}
