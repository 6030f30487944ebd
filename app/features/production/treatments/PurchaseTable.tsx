import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import type { Purchase } from "./queries/purchases.server.ts";

/** What was bought, the newest first. */
export function PurchaseTable({ purchases }: { purchases: Purchase[] }) {
  const { t, i18n } = useTranslation("treatments");
  if (purchases.length === 0) return <p className="text-muted">{t("noPurchase")}</p>;
  const typed = (text: string | null) => text && <span lang="zh">{text}</span>;
  return (
    <DataTable
      caption={t("purchases")}
      rows={purchases}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "drug",
          label: t("column.drug"),
          heading: true,
          cell: ({ drugName, nameZh, nameEn }) =>
            drugName ? typed(drugName) : i18n.language === "en" ? nameEn : nameZh,
        },
        { key: "on", label: t("field.boughtOn"), cell: ({ boughtOn }) => <Day day={boughtOn} /> },
        {
          key: "amount",
          label: t("field.amount"),
          align: "end",
          cell: ({ amount, unit }) => `${formatNumber(amount, i18n.language, 2, true)} ${t(`unit.${unit}`)}`,
        },
        { key: "batch", label: t("field.batch"), cell: ({ batch }) => typed(batch) },
        {
          key: "approval",
          label: t("field.approvalNumber"),
          cell: ({ approvalNumber }) => typed(approvalNumber),
        },
        { key: "supplier", label: t("field.supplier"), cell: ({ supplier }) => typed(supplier) },
        { key: "invoice", label: t("field.invoice"), cell: ({ invoice }) => typed(invoice) },
      ]}
    />
  );
}
