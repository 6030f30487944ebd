import type { AppLoadContext } from "@remix-run/node";
import type { Series } from "#app/charts/chart.ts";
import { drawLineChart } from "#app/charts/line-chart.server.ts";
import { addDays, beginningOfDay } from "#app/i18n/day.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { CurvePoint } from "../growth/growth-curve.ts";
import type { LotForecast } from "./lot-forecast.ts";

/** A curve has no more days than can be told apart; every weighing stays. */
const mostDays = 120;

export function thinCurve(curve: readonly CurvePoint[]): CurvePoint[] {
  const every = Math.ceil(curve.length / mostDays);
  return curve.filter(
    ({ kind }, index) => kind === "measured" || index % every === 0 || index === curve.length - 1,
  );
}

/** What was weighed, what lies between, and what is forecast with its range, against the weight the market asks for. */
export function drawGrowth(
  { curve, forecast }: LotForecast,
  { t, language }: Pick<AppLoadContext, "t" | "language">,
) {
  const points = thinCurve(curve);
  const measured = points.filter(({ kind }) => kind === "measured");
  const last = measured.at(-1);
  if (!last) return undefined;
  const at = ({ on }: { on: string }) => beginningOfDay(on).getTime();
  const mean = (point: CurvePoint) => [at(point), point.meanG] as const;
  const ahead = points.filter(({ kind }) => kind === "forecast");
  const asForecast: Series[] = [
    {
      name: t("production:curve.forecast"),
      colour: "farming",
      look: "dashed",
      points: [last, ...ahead].map(mean),
    },
    {
      name: t("production:curve.range"),
      colour: "farming",
      look: "band",
      points: ahead.map((point) => [at(point), point.range?.lowG ?? null, point.range?.highG ?? null]),
    },
  ];
  const series: Series[] = [
    { name: t("production:curve.measured"), colour: "accent", look: "points", points: measured.map(mean) },
    {
      name: t("production:curve.interpolated"),
      colour: "farming",
      look: "line",
      points: points.filter(({ kind }) => kind !== "forecast").map(mean),
    },
    ...(ahead.length > 0 ? asForecast : []),
  ];
  const number = (grams: number) => formatNumber(grams, language, grams < 100 ? 1 : 0);
  const market = forecast && number(forecast.marketG);
  const words = { mean: number(last.meanG), day: last.on, market, on: forecast?.on };
  const said = !forecast?.on ? "Weighed" : forecast.on <= last.on ? "Reached" : "Expected";
  return {
    title: t(`production:curve.title${said}`, words),
    chart: drawLineChart({
      from: at(points[0] as CurvePoint),
      to: at({ on: addDays((points.at(-1) as CurvePoint).on, 1) }),
      series,
      marks: forecast
        ? [{ value: forecast.marketG, label: t("production:curve.market", { market }), colour: "due" }]
        : [],
      language,
    }),
  };
}
