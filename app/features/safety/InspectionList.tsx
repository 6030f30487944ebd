import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { InspectionRow } from "./queries/inspections.server.ts";

export function InspectionList({ inspections }: { inspections: InspectionRow[] }) {
  const { t } = useTranslation("safety");
  return (
    <DataTable
      caption={t("inspections")}
      rows={inspections}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          label: t("inspection.inspectedOn"),
          heading: true,
          cell: ({ id, inspectedOn }) => (
            <Link to={`/inspections/${id}`}>
              <Day day={inspectedOn} />
            </Link>
          ),
        },
        {
          key: "site",
          label: t("inspection.site"),
          wrap: true,
          cell: ({ siteId, siteName }) => (
            <Link to={`/sites/${siteId}`} lang="zh">
              {siteName}
            </Link>
          ),
        },
        {
          key: "result",
          label: t("inspection.result"),
          cell: ({ failed }) => <ResultBadge failed={failed} />,
        },
        {
          key: "operator",
          label: t("inspection.operator"),
          wrap: true,
          cell: ({ operatorName, townName }) => (
            <span lang="zh">
              {townName} {operatorName}
            </span>
          ),
        },
        {
          key: "inspectors",
          label: t("inspection.inspectors"),
          wrap: true,
          cell: ({ inspectors }) => <span lang="zh">{inspectors}</span>,
        },
      ]}
    />
  );
}

/** What an inspection found. */
export function ResultBadge({ failed }: { failed: number }) {
  const { t } = useTranslation("safety");
  return failed > 0 ? (
    <StatusBadge status="due">{t("inspection.found", { count: failed })}</StatusBadge>
  ) : (
    <StatusBadge status="ok">{t("inspection.passed")}</StatusBadge>
  );
}
