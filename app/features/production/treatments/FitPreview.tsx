import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { expectedWords } from "./withdrawal-words.ts";

export type Foreseen = { drugId: string; drug: string; from: string | null; to: string | null };

/** What each drug would mean: between which days fish treated today for the last time are likely fit. */
export function FitPreview({ rows }: { rows: Foreseen[] }) {
  const { t } = useTranslation(["treatments", "common"]);
  return (
    <DataTable
      caption={t("treatment.preview")}
      rows={rows}
      rowKey={({ drugId }) => drugId}
      columns={[
        { key: "drug", label: t("column.drug"), heading: true, cell: ({ drug }) => drug },
        { key: "expected", label: t("column.expected"), cell: (row) => expectedWords(row, t) },
      ]}
    />
  );
}
