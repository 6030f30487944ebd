import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import { formatKilograms } from "../production/lots/MassText.tsx";
import type { Advance } from "./queries/advances.server.ts";
import { ReverseForm } from "./ReverseForm.tsx";

type AdvanceTableProps = {
  advances: Advance[];
  /** the id that a reversal of a line would get; none where the reader may not */
  reversals: Record<string, string>;
};

/** What was given on credit, with what was taken back. */
export function AdvanceTable({ advances, reversals }: AdvanceTableProps) {
  const { t, i18n } = useTranslation("supply");
  const language = i18n.language;
  const money = (fen: number | null) => (fen === null ? null : formatNumber(fen / 100, language, 2));
  const known = advances.flatMap(({ amountFen }) => amountFen ?? []);
  return (
    <DataTable
      caption={t("advance.title")}
      rows={advances}
      rowKey={({ id }) => id}
      columns={[
        { key: "on", label: t("advance.givenOn"), cell: ({ givenOn }) => <Day day={givenOn} /> },
        {
          key: "kind",
          label: t("advance.kind"),
          heading: true,
          cell: ({ kind, reversesId }) =>
            `${t(`advanceKind.${kind}`)}${reversesId ? ` · ${t("advance.reversal")}` : ""}`,
          foot: t("advance.total"),
        },
        {
          key: "count",
          label: t("advance.count"),
          align: "end",
          cell: ({ count }) => count !== null && formatNumber(count, language),
        },
        {
          key: "mass",
          label: t("advance.mass"),
          align: "end",
          cell: ({ massG }) => massG !== null && formatKilograms(massG, language),
        },
        {
          key: "amount",
          label: t("advance.amount"),
          align: "end",
          cell: ({ amountFen }) => money(amountFen),
          foot: known.length === advances.length ? money(known.reduce((sum, fen) => sum + fen, 0)) : "",
        },
        {
          key: "note",
          label: t("advance.remark"),
          wrap: true,
          cell: ({ note }) => note && <Marked text={note} />,
        },
        {
          key: "by",
          label: t("advance.by"),
          cell: ({ writtenByName }) => <span lang="zh">{writtenByName}</span>,
        },
        {
          key: "reverse",
          label: "",
          cell: ({ id, reversedBy }) =>
            reversedBy ? (
              t("advance.reversed")
            ) : reversals[id] ? (
              <ReverseForm id={reversals[id]} reversesId={id} />
            ) : null,
        },
      ]}
    />
  );
}
