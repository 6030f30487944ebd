import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import type { SettlementLine } from "./queries/settlements.server.ts";
import { formatYuan } from "./YuanText.tsx";

type Line = Omit<SettlementLine, "shipmentId" | "shipmentCode"> & {
  shipmentId: string | null;
  shipmentCode: string | null;
};
type StatementLinesProps = {
  lines: readonly Line[];
  agreementId: string;
  totalFen: number;
};

/** What a statement is made of: each line leads to the lorry or the advance it comes from; weights in 斤 and 公斤. */
export function StatementLines({ lines, agreementId, totalFen }: StatementLinesProps) {
  const { t, i18n } = useTranslation("settlement");
  const language = i18n.language;
  const exact = (value: number) => formatNumber(value, language, 3, true);
  const noteOf = ({ disputed, reason, advanceNote, marketFen, costFen }: Line) => [
    ...(disputed ? [t("line.disputed", { reason: disputed })] : []),
    ...(reason ? [reason] : []),
    ...(advanceNote ? [advanceNote] : []),
    ...(marketFen !== null ? [t("line.market", { price: formatYuan(marketFen, language) })] : []),
    ...(costFen !== null ? [t("line.cost", { price: formatYuan(costFen, language) })] : []),
  ];
  return (
    <DataTable
      caption={t("lines")}
      rows={lines}
      rowKey={({ seq }) => String(seq)}
      columns={[
        { key: "seq", label: t("line.number"), align: "end", cell: ({ seq }) => seq },
        {
          key: "kind",
          label: t("line.kind"),
          heading: true,
          cell: ({ kind }) => t(`kind.${kind}`),
          foot: t("total"),
        },
        { key: "day", label: t("line.day"), cell: ({ onDay }) => onDay && <Day day={onDay} /> },
        {
          key: "source",
          label: t("line.source"),
          cell: ({ shipmentId, shipmentCode, sourceId, kind }) =>
            shipmentId ? (
              <Link to={`/shipments/${shipmentId}`}>{shipmentCode}</Link>
            ) : (
              sourceId &&
              kind !== "deduction" && <Link to={`/agreements/${agreementId}#advances`}>{t("advances")}</Link>
            ),
        },
        {
          key: "jin",
          label: t("line.jin"),
          align: "end",
          cell: ({ massG }) => massG !== null && exact(massG / 500),
        },
        {
          key: "kg",
          label: t("line.kg"),
          align: "end",
          cell: ({ massG }) => massG !== null && exact(massG / 1000),
        },
        {
          key: "perJin",
          label: t("line.perJin"),
          align: "end",
          cell: ({ fenPerKg }) => fenPerKg !== null && formatNumber(fenPerKg / 200, language, 3),
        },
        {
          key: "perKg",
          label: t("line.perKg"),
          align: "end",
          cell: ({ fenPerKg }) => fenPerKg !== null && formatYuan(fenPerKg, language),
        },
        {
          key: "amount",
          label: t("line.amount"),
          align: "end",
          cell: ({ amountFen, disputed }) =>
            disputed ? <s>{formatYuan(amountFen, language)}</s> : formatYuan(amountFen, language),
          foot: formatYuan(totalFen, language),
        },
        {
          key: "note",
          label: t("line.note"),
          wrap: true,
          cell: (line) => {
            const notes = noteOf(line);
            return notes.length > 0 && <Marked text={notes.join(" · ")} />;
          },
        },
      ]}
    />
  );
}
