import type { AppLoadContext } from "@remix-run/node";
import type { LineSeries, Mark } from "#app/charts/chart.ts";
import { breakAtGaps } from "#app/charts/gaps.ts";
import { drawLineChart } from "#app/charts/line-chart.server.ts";
import { addDays } from "#app/i18n/day.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { ChartRange } from "./kinds.ts";
import { type Quantity, quantities, quantityNames } from "./quantities.ts";
import { daysOf, type Point } from "./queries/series.server.ts";
import type { Limit, Thresholds } from "./thresholds.ts";

type Asked = { range: ChartRange; until: string; thresholds: Thresholds };
type Value = { at: number; mean: number | null; min: number | null; max: number | null };

const midnight = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
export const firstDay = ({ range, until }: Pick<Asked, "range" | "until">) =>
  addDays(until, 1 - daysOf(range));

/** A chart for each quantity that was measured in the while, with the limits of the site. */
export function drawWaterCharts(points: readonly Point[], asked: Asked, { t, language }: AppLoadContext) {
  return quantityNames.flatMap((quantity) => {
    const measured = points.flatMap(({ at, [quantity]: one }): Value[] =>
      one ? [{ at: at.getTime(), mean: one.mean, min: one.min, max: one.max }] : [],
    );
    if (measured.length === 0) return [];
    const values = breakAtGaps(measured, (at): Value => ({ at, mean: null, min: null, max: null }));
    const isSpread = measured.some(({ min, max }) => min !== max);
    const mean: LineSeries = {
      name: t(isSpread ? "water:chart.mean" : "water:chart.point"),
      colour: "farming",
      look: "line",
      points: values.map(({ at, mean }) => [at, mean] as const),
    };
    const span = {
      name: t("water:chart.span"),
      colour: "farming" as const,
      look: "band" as const,
      points: values.map(({ at, min, max }) => [at, min, max] as const),
    };
    const chart = drawLineChart({
      from: midnight(firstDay(asked)),
      to: midnight(addDays(asked.until, 1)),
      series: isSpread ? [mean, span] : [mean],
      marks: marksOf(quantity, asked.thresholds, (key, value) =>
        t("common:pair", { label: t(`water:chart.${key}`), value }),
      ),
      language,
    });
    return [{ quantity, title: titleOf(quantity, measured, { t, language }), chart }];
  });
}

function titleOf(
  quantity: Quantity,
  measured: Value[],
  { t, language }: Pick<AppLoadContext, "t" | "language">,
) {
  const { unit, decimals } = quantities[quantity];
  const number = (value: number) => formatNumber(value, language, decimals);
  const min = number(Math.min(...measured.map((one) => one.min ?? Number.POSITIVE_INFINITY)));
  const max = number(Math.max(...measured.map((one) => one.max ?? Number.NEGATIVE_INFINITY)));
  const words = { quantity: t(`water:quantity.${quantity}`), min, max, unit };
  return t(min === max ? "water:chart.titleOne" : "water:chart.title", words).trim();
}

function marksOf(
  quantity: Quantity,
  thresholds: Thresholds,
  label: (key: "warning" | "alarm", value: string) => string,
): Mark[] {
  const limit: Limit | undefined = quantity === "ph" || quantity === "tan" ? undefined : thresholds[quantity];
  if (!limit) return [];
  const { warning, alarm } = limit;
  return [
    { value: warning, label: label("warning", String(warning)), colour: "due" },
    ...(alarm === null
      ? []
      : [{ value: alarm, label: label("alarm", String(alarm)), colour: "late" as const }]),
  ];
}
