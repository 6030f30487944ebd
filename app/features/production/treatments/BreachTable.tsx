import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import type { Breach } from "./queries/breaches.server.ts";

/** Fish that went to food too early; each row leads to where it is dealt with. */
export function BreachTable({ breaches }: { breaches: Breach[] }) {
  const { t } = useTranslation(["treatments", "production"]);
  if (breaches.length === 0) return <p className="text-muted">{t("breach.none")}</p>;
  return (
    <DataTable
      caption={t("breach.title")}
      rows={breaches}
      rowKey={({ eventId, lotId, causeEventId }) => eventId + lotId + causeEventId}
      columns={[
        {
          key: "lot",
          label: t("field.lot"),
          heading: true,
          cell: ({ lotCode }) => <Link to={`/lots/${lotCode}`}>{lotCode}</Link>,
        },
        {
          key: "what",
          label: t("breach.what"),
          cell: ({ eventId, kind, occurredAt }) => (
            <Link to={`/breaches/${eventId}`}>
              {t(`production:kind.${kind}`)} <Day day={occurredAt} />
            </Link>
          ),
        },
        {
          key: "cause",
          label: t("breach.cause"),
          cell: ({ causeKind, causeAt }) => (
            <>
              {t(`production:kind.${causeKind}`)} <Day day={causeAt} />
            </>
          ),
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
        { key: "opened", label: t("breach.opened"), cell: ({ openedAt }) => <Day day={openedAt} /> },
      ]}
    />
  );
}
