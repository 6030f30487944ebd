import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { formatKilograms } from "../production/lots/MassText.tsx";
import type { Promised } from "./months.ts";

/** What is agreed for each month, and in all. */
export function MonthTable({ months }: { months: readonly Promised[] }) {
  const { t, i18n } = useTranslation("supply");
  const total = months.reduce((sum, { massG }) => sum + massG, 0);
  return (
    <DataTable
      caption={t("agreement.months")}
      rows={months}
      rowKey={({ month }) => month}
      phone="scroll"
      columns={[
        {
          key: "month",
          label: t("agreement.months"),
          heading: true,
          cell: ({ month }) => month.slice(0, 7),
          foot: t("agreement.agreed"),
        },
        {
          key: "mass",
          label: t("advance.mass"),
          align: "end",
          cell: ({ massG }) => formatKilograms(massG, i18n.language),
          foot: formatKilograms(total, i18n.language),
        },
      ]}
    />
  );
}
