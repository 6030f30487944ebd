import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Time } from "#app/ui/Time.tsx";
import { type Quantity, quantities, quantityNames } from "./quantities.ts";
import type { Point } from "./queries/series.server.ts";

/** The figures behind the charts: the mean, and the lowest and highest where they differ. */
export function SeriesTable({ points }: { points: Point[] }) {
  const { t, i18n } = useTranslation("water");
  const measured = quantityNames.filter((name) => points.some((point) => point[name] !== null));
  const read = (quantity: Quantity, point: Point) => {
    const one = point[quantity];
    if (!one) return undefined;
    const number = (value: number) => formatNumber(value, i18n.language, quantities[quantity].decimals);
    return one.min === one.max
      ? number(one.mean)
      : `${number(one.mean)} (${number(one.min)}–${number(one.max)})`;
  };
  const unit = (quantity: Quantity) => quantities[quantity].unit && ` ${quantities[quantity].unit}`;
  return (
    <DataTable
      caption={t("title")}
      rows={points.toReversed()}
      rowKey={({ at }) => String(new Date(at).getTime())}
      phone="scroll"
      columns={[
        { key: "at", label: t("chart.at"), heading: true, cell: ({ at }) => <Time at={at} /> },
        ...measured.map((quantity) => ({
          key: quantity,
          label: t(`quantity.${quantity}`) + unit(quantity),
          align: "end" as const,
          cell: (point: Point) => read(quantity, point),
        })),
      ]}
    />
  );
}
