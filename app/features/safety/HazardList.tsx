import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import { HazardStandingBadge, SeverityBadge } from "./HazardMarks.tsx";
import type { HazardRow } from "./queries/hazards.server.ts";

type HazardListProps = {
  hazards: HazardRow[];
  today: string;
  /** Also where and in whose hands; on the page of the site that is said already. */
  whose?: boolean;
};

/** Hazards with how they stand today. */
export function HazardList({ hazards, today, whose = true }: HazardListProps) {
  const { t } = useTranslation("safety");
  return (
    <DataTable
      caption={t("hazards")}
      rows={hazards}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "description",
          label: t("hazard.description"),
          heading: true,
          wrap: true,
          cell: ({ id, description }) => (
            <Link to={`/hazards/${id}`} lang="zh">
              {description}
            </Link>
          ),
        },
        {
          key: "standing",
          label: t("hazard.status"),
          cell: (hazard) => <HazardStandingBadge hazard={hazard} today={today} />,
        },
        {
          key: "severity",
          label: t("hazard.severity"),
          cell: ({ severity }) => <SeverityBadge severity={severity} />,
        },
        { key: "due", label: t("hazard.dueOn"), cell: ({ dueOn }) => <Day day={dueOn} /> },
        { key: "found", label: t("hazard.foundOn"), cell: ({ foundOn }) => <Day day={foundOn} /> },
        ...(whose
          ? [
              {
                key: "site",
                label: t("hazard.site"),
                wrap: true,
                cell: ({ siteId, siteName }: HazardRow) => (
                  <Link to={`/sites/${siteId}`} lang="zh">
                    {siteName}
                  </Link>
                ),
              },
              {
                key: "operator",
                label: t("hazard.operator"),
                wrap: true,
                cell: ({ operatorName, townName }: HazardRow) => (
                  <span lang="zh">
                    {townName} {operatorName}
                  </span>
                ),
              },
            ]
          : []),
        {
          key: "responsible",
          label: t("hazard.responsible"),
          cell: ({ responsible }) => <span lang="zh">{responsible}</span>,
        },
      ]}
    />
  );
}
