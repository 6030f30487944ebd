import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { ListedDrug } from "./queries/drugs.server.ts";
import { termWords } from "./withdrawal-words.ts";

type DrugTableProps = { caption: string; drugs: ListedDrug[]; species: Record<string, string> };

/** Drugs of one standing, one row for each version of a label. */
export function DrugTable({ caption, drugs, species }: DrugTableProps) {
  const { t, i18n } = useTranslation(["treatments", "common"]);
  const rows = drugs.flatMap((drug) =>
    drug.labels.map((label, index) => ({ drug, label, isNewest: index === 0 })),
  );
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ label }) => label.id}
      columns={[
        {
          key: "drug",
          label: t("column.drug"),
          heading: true,
          cell: ({ drug }) => (i18n.language === "en" ? drug.nameEn : drug.nameZh),
        },
        {
          key: "from",
          label: t("column.label"),
          cell: ({ label }) => <Day day={label.validFrom} />,
        },
        {
          key: "withdrawal",
          label: t("column.withdrawal"),
          cell: ({ label }) => termWords(label, t),
        },
        {
          key: "species",
          label: t("column.species"),
          wrap: true,
          cell: ({ label }) => label.species.map((code) => species[code] ?? code).join(t("common:comma")),
        },
        {
          key: "source",
          label: t("column.source"),
          wrap: true,
          cell: ({ label }) => <span lang="zh">{label.source}</span>,
        },
        {
          key: "certainty",
          label: t("column.certainty"),
          cell: ({ label }) => (
            <StatusBadge status={label.certainty === "law" ? "ok" : "due"}>
              {t(`certainty.${label.certainty}`)}
            </StatusBadge>
          ),
        },
      ]}
    />
  );
}
