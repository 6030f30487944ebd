import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { findDrug, findLabel } from "./labels.ts";
import type { Treatment } from "./record-lines.ts";
import { termWords } from "./withdrawal-words.ts";

/** 用药记录: disease, symptoms, drug, time, dose, and the rest as remembered. */
export function DrugRecord({ treatments }: { treatments: Treatment[] }) {
  const { t, i18n } = useTranslation(["treatments", "common"]);
  if (treatments.length === 0) return <p className="text-muted">{t("records.none")}</p>;
  const typed = (text: string | null) => text && <span lang="zh">{text}</span>;
  const nameOf = (drugId: string) =>
    (i18n.language === "en" ? findDrug(drugId)?.nameEn : findDrug(drugId)?.nameZh) ?? drugId;
  return (
    <DataTable
      caption={t("records.drugs")}
      phone="scroll"
      rows={treatments}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "doses",
          label: t("records.doses"),
          heading: true,
          wrap: true,
          cell: ({ doses, unit }) =>
            doses
              .map(
                ({ on, amount }) =>
                  `${on} ${formatNumber(amount, i18n.language, 2, true)} ${t(`unit.${unit}`)}`,
              )
              .join(t("common:comma")),
        },
        { key: "species", label: t("records.species"), cell: ({ species }) => typed(species) },
        { key: "symptom", label: t("field.symptom"), wrap: true, cell: ({ symptom }) => typed(symptom) },
        { key: "disease", label: t("field.disease"), cell: ({ disease }) => typed(disease) },
        {
          key: "drug",
          label: t("field.drug"),
          cell: ({ drugId, drugName }) => (drugId ? nameOf(drugId) : typed(drugName)),
        },
        { key: "batch", label: t("field.batch"), cell: ({ batch }) => typed(batch) },
        { key: "route", label: t("field.route"), cell: ({ route }) => route && t(`route.${route}`) },
        {
          key: "withdrawal",
          label: t("column.withdrawal"),
          cell: ({ labelId }) => {
            const label = labelId ? findLabel(labelId) : undefined;
            return label && termWords(label, t);
          },
        },
        {
          key: "prescription",
          label: t("records.prescription"),
          cell: ({ prescriber, prescriptionNumber }) =>
            typed([prescriber, prescriptionNumber].filter(Boolean).join(" ")),
        },
        { key: "by", label: t("field.appliedBy"), cell: ({ appliedBy }) => typed(appliedBy) },
      ]}
    />
  );
}
