import { daysBetween } from "./days-between.ts";
import { oneWeighingADay, type Weighing } from "./weighing.ts";

/** Growth between the last two weighings: g per fish and day, and the specific growth rate (SGR) in % a day; null with fewer than two. */
export function dailyGain(weighings: readonly Weighing[]) {
  const [before, last] = oneWeighingADay(weighings).slice(-2);
  if (!before || !last) return null;
  const days = daysBetween(before.on, last.on);
  return {
    gPerDay: (last.meanG - before.meanG) / days,
    sgrPercent: (Math.log(last.meanG / before.meanG) / days) * 100,
  };
}
