import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import { ReverseForm } from "../ReverseForm.tsx";
import type { Payment } from "./queries/payments.server.ts";
import { formatYuan } from "./YuanText.tsx";

type PaymentTableProps = {
  payments: Payment[];
  /** the id that a reversal of a payment would get; none where the reader may not */
  reversals: Record<string, string>;
};

/** What was paid, with what was taken back. */
export function PaymentTable({ payments, reversals }: PaymentTableProps) {
  const { t, i18n } = useTranslation(["settlement", "supply"]);
  return (
    <DataTable
      caption={t("payments")}
      rows={payments}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "on",
          label: t("payment.paidOn"),
          heading: true,
          cell: ({ paidOn }) => <Day day={paidOn} />,
          foot: t("total"),
        },
        {
          key: "amount",
          label: t("payment.amount"),
          align: "end",
          cell: ({ amountFen }) => formatYuan(amountFen, i18n.language),
          foot: formatYuan(
            payments.reduce((sum, { amountFen }) => sum + amountFen, 0),
            i18n.language,
          ),
        },
        {
          key: "note",
          label: t("payment.note"),
          wrap: true,
          cell: ({ note }) => note && <Marked text={note} />,
        },
        {
          key: "by",
          label: t("payment.by"),
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
