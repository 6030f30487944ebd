import { degreeDaysOn } from "./degree-days.ts";
import { type Growing, growthForecast } from "./growth-forecast.ts";
import { oneWeighingADay } from "./weighing.ts";

/** A day of the curve, without a range where nothing is forecast. */
export type CurvePoint = {
  on: string;
  meanG: number;
  kind: "measured" | "interpolated" | "forecast";
  range: { lowG: number; highG: number } | null;
};

/**
 * The lot's mean weight for every day: what was measured, between two weighings what the water's warmth makes of
 * the way from one to the other (evenly by days where it was too cold to grow), after the last the forecast.
 */
export function growthCurve(growing: Growing): CurvePoint[] {
  const weighed = oneWeighingADay(growing.weighings);
  const degreeDays = degreeDaysOn(growing.temperatures, growing.parameters.temperature);
  const days = growing.temperatures.map(({ on }) => on);

  const known = weighed.flatMap((from, index) => {
    const point = (on: string, meanG: number, kind: CurvePoint["kind"]) => ({ on, meanG, kind, range: null });
    const here = point(from.on, from.meanG, "measured");
    const to = weighed[index + 1];
    if (!to) return [here];
    const between = days.slice(days.indexOf(from.on) + 1, days.indexOf(to.on));
    const warmth = degreeDays(to.on).sum - degreeDays(from.on).sum;
    const [start, end] = [Math.cbrt(from.meanG), Math.cbrt(to.meanG)];
    return [
      here,
      ...between.map((on, day) => {
        const grown = (degreeDays(on).sum - degreeDays(from.on).sum) / warmth;
        const share = warmth > 0 ? grown : (day + 1) / (between.length + 1);
        return point(on, (start + (end - start) * share) ** 3, "interpolated");
      }),
    ];
  });
  const ahead = growthForecast(growing).slice(1);
  return [
    ...known,
    ...ahead.map(({ on, meanG, lowG, highG }) => ({
      on,
      meanG,
      kind: "forecast" as const,
      range: { lowG, highG },
    })),
  ];
}
