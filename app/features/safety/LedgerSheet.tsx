import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import type { HazardRow } from "./queries/hazards.server.ts";
import { hazardStanding } from "./standing.ts";

/** The ledger as it is kept on paper: a numbered row each, and a place to sign. */
export function LedgerSheet({ hazards, today }: { hazards: HazardRow[]; today: string }) {
  const { t } = useTranslation("safety");
  const numbered = hazards.map((hazard, index) => ({ ...hazard, number: index + 1 }));
  return (
    <div className="ledger flex flex-col gap-6">
      <DataTable
        caption={t("print.title")}
        phone="scroll"
        rows={numbered}
        rowKey={({ id }) => id}
        columns={[
          { key: "number", label: t("print.number"), align: "end", cell: ({ number }) => number },
          {
            key: "operator",
            label: t("hazard.operator"),
            wrap: true,
            cell: ({ townName, operatorName }) => (
              <span lang="zh">
                {townName} {operatorName}
              </span>
            ),
          },
          {
            key: "site",
            label: t("hazard.site"),
            wrap: true,
            cell: ({ siteName }) => <span lang="zh">{siteName}</span>,
          },
          {
            key: "description",
            label: t("hazard.description"),
            heading: true,
            wrap: true,
            cell: ({ description }) => <span lang="zh">{description}</span>,
          },
          { key: "severity", label: t("hazard.severity"), cell: ({ severity }) => t(`severity.${severity}`) },
          {
            key: "responsible",
            label: t("hazard.responsible"),
            cell: ({ responsible }) => <span lang="zh">{responsible}</span>,
          },
          { key: "found", label: t("hazard.foundOn"), cell: ({ foundOn }) => <Day day={foundOn} /> },
          { key: "due", label: t("hazard.dueOn"), cell: ({ dueOn }) => <Day day={dueOn} /> },
          {
            key: "rectified",
            label: t("hazard.rectifiedOn"),
            cell: ({ rectifiedOn }) => rectifiedOn && <Day day={rectifiedOn} />,
          },
          {
            key: "closed",
            label: t("hazard.closedOn"),
            cell: ({ closedOn }) => closedOn && <Day day={closedOn} />,
          },
          {
            key: "standing",
            label: t("hazard.status"),
            cell: (hazard) => t(`standing.${hazardStanding(hazard, today)}`),
          },
        ]}
      />
      <p className="grid grid-cols-3 gap-6">
        <span>{t("print.filledBy")}</span>
        <span>{t("print.checkedBy")}</span>
        <span>{t("print.day")}</span>
      </p>
    </div>
  );
}
