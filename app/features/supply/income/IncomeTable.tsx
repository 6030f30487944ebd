import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import { ReverseForm } from "../ReverseForm.tsx";
import { formatYuan } from "../settlement/YuanText.tsx";
import type { Income } from "./queries/income.server.ts";

type IncomeTableProps = {
  incomes: Income[];
  /** the id that a reversal of a line would get */
  reversals: Record<string, string>;
};

/** Income one by one, with what was taken back. */
export function IncomeTable({ incomes, reversals }: IncomeTableProps) {
  const { t, i18n } = useTranslation(["income", "supply"]);
  return (
    <DataTable
      caption={t("list")}
      rows={incomes}
      rowKey={({ id }) => id}
      columns={[
        { key: "on", label: t("onDay"), cell: ({ onDay }) => <Day day={onDay} /> },
        { key: "kind", label: t("kindLabel"), heading: true, cell: ({ kind }) => t(`kind.${kind}`) },
        { key: "to", label: t("household"), cell: ({ householdCode }) => householdCode ?? t("village") },
        {
          key: "from",
          label: t("from"),
          wrap: true,
          cell: ({ payerName }) => payerName && <span lang="zh">{payerName}</span>,
        },
        {
          key: "amount",
          label: t("amount"),
          align: "end",
          cell: ({ amountFen }) => formatYuan(amountFen, i18n.language),
        },
        { key: "note", label: t("note"), wrap: true, cell: ({ note }) => note && <Marked text={note} /> },
        {
          key: "by",
          label: t("by"),
          cell: ({ writtenByName }) => <span lang="zh">{writtenByName}</span>,
        },
        {
          key: "reverse",
          label: "",
          cell: ({ id, reversedBy }) =>
            reversedBy ? (
              t("supply:advance.reversed")
            ) : reversals[id] ? (
              <ReverseForm id={reversals[id]} reversesId={id} />
            ) : null,
        },
      ]}
    />
  );
}
