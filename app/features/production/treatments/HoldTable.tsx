import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { Held } from "./queries/holds.server.ts";

/** Lots on hold, and why; each leads to its hold. */
export function HoldTable({ holds }: { holds: Held[] }) {
  const { t } = useTranslation("treatments");
  if (holds.length === 0) return <p className="text-muted">{t("hold.none")}</p>;
  return (
    <DataTable
      caption={t("hold.title")}
      rows={holds}
      rowKey={({ lotId, originId, kind }) => lotId + originId + kind}
      columns={[
        {
          key: "lot",
          label: t("field.lot"),
          heading: true,
          cell: ({ lotCode }) => <Link to={`/lots/${lotCode}`}>{lotCode}</Link>,
        },
        {
          key: "kind",
          label: t("hold.kindLabel"),
          cell: ({ kind, originId, liftedAt }) => (
            <Link to={`/holds/${originId}?kind=${kind}`}>
              <StatusBadge status={liftedAt ? "neutral" : "withheld"}>{t(`hold.kind.${kind}`)}</StatusBadge>
            </Link>
          ),
        },
        {
          key: "reason",
          label: t("field.reason"),
          wrap: true,
          cell: ({ reason }) => reason && <span lang="zh">{reason}</span>,
        },
        {
          key: "site",
          label: t("withdrawals.site"),
          cell: ({ siteId, siteName }) => (
            <Link to={`/sites/${siteId}`} lang="zh">
              {siteName}
            </Link>
          ),
        },
        {
          key: "operator",
          label: t("withdrawals.operator"),
          cell: ({ operatorName }) => <span lang="zh">{operatorName}</span>,
        },
        { key: "placed", label: t("hold.placed"), cell: ({ placedAt }) => <Day day={placedAt} /> },
        {
          key: "by",
          label: t("hold.by"),
          cell: ({ placedByName }) => <span lang="zh">{placedByName}</span>,
        },
      ]}
    />
  );
}
