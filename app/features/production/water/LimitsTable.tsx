import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import type { Limit, Thresholds } from "./thresholds.ts";

type Row = Limit & { what: keyof Thresholds };
const units = { oxygen: "mg/L", temperature: "°C", ammonia: "mg/L", nitrite: "mg/L" };

/** What rings at this site, when it is over, and where the figure comes from. */
export function LimitsTable({ thresholds }: { thresholds: Thresholds }) {
  const { t, i18n } = useTranslation("water");
  const rows = Object.entries(thresholds).map(([what, limit]) => ({ what, ...limit }) as Row);
  const read = ({ what }: Row, value: number) =>
    `${formatNumber(value, i18n.language, 3, true)} ${units[what]}`;
  return (
    <DataTable
      caption={t("limits.title")}
      rows={rows}
      rowKey={({ what }) => what}
      columns={[
        { key: "what", label: t("limits.what"), heading: true, cell: ({ what }) => t(`quantity.${what}`) },
        {
          key: "warning",
          label: t("limits.warning"),
          cell: (row) => t(`limits.${row.direction}`, { value: read(row, row.warning) }),
        },
        {
          key: "alarm",
          label: t("limits.alarm"),
          cell: (row) => row.alarm !== null && t(`limits.${row.direction}`, { value: read(row, row.alarm) }),
        },
        {
          key: "recovery",
          label: t("limits.recovery"),
          cell: (row) =>
            row.recovery !== null && t(`limits.back.${row.direction}`, { value: read(row, row.recovery) }),
        },
        { key: "source", label: t("limits.source"), wrap: true, cell: ({ source }) => t(`limits.${source}`) },
      ]}
    />
  );
}
