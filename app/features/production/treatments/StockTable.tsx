import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { DrugStock } from "./queries/purchases.server.ts";

/** What is left of each drug. */
export function StockTable({ stock }: { stock: DrugStock[] }) {
  const { t, i18n } = useTranslation("treatments");
  if (stock.length === 0) return <p className="text-muted">{t("noStock")}</p>;
  const amount = (value: number) => formatNumber(value, i18n.language, 2, true);
  return (
    <DataTable
      caption={t("stock")}
      phone="scroll"
      rows={stock}
      rowKey={({ drugId, drugName, unit }) => `${drugId}/${drugName}/${unit}`}
      columns={[
        {
          key: "drug",
          label: t("column.drug"),
          heading: true,
          cell: ({ drugName, nameZh, nameEn }) =>
            drugName ? <span lang="zh">{drugName}</span> : i18n.language === "en" ? nameEn : nameZh,
        },
        { key: "unit", label: t("field.unit"), cell: ({ unit }) => t(`unit.${unit}`) },
        { key: "bought", label: t("bought"), align: "end", cell: ({ bought }) => amount(bought) },
        { key: "used", label: t("used"), align: "end", cell: ({ used }) => amount(used) },
        {
          key: "left",
          label: t("left"),
          align: "end",
          cell: ({ left }) =>
            left < 0 ? (
              <>
                {amount(left)} <StatusBadge status="due">{t("shortOf")}</StatusBadge>
              </>
            ) : (
              amount(left)
            ),
        },
      ]}
    />
  );
}
