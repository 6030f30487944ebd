import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import { PermitStandingBadge } from "./PermitStandingBadge.tsx";
import type { listPermits } from "./queries/permits.server.ts";

type Permit = Awaited<ReturnType<typeof listPermits>>["items"][number];
type PermitListProps = { permits: Permit[]; today: string; holder?: boolean };

/** Permits with how they stand today; `holder` names whose they are. */
export function PermitList({ permits, today, holder = false }: PermitListProps) {
  const { t } = useTranslation(["sites", "common"]);
  if (permits.length === 0) return <p className="text-muted">{t("permit.none")}</p>;
  return (
    <DataTable
      caption={t("permits")}
      rows={permits}
      rowKey={(permit) => permit.id}
      columns={[
        {
          key: "kind",
          label: t("permit.kindLabel"),
          heading: true,
          cell: (permit) => t(`permit.kind.${permit.kind}`),
        },
        {
          key: "number",
          label: t("permit.number"),
          cell: (permit) => (
            <Link to={`/permits/${permit.id}`} lang="zh">
              {permit.number}
            </Link>
          ),
        },
        ...(holder
          ? [
              {
                key: "holder",
                label: t("permit.holder"),
                cell: (permit: Permit) => (
                  <Link
                    to={permit.siteId ? `/sites/${permit.siteId}` : `/members/${permit.holderId}`}
                    lang="zh"
                  >
                    {permit.siteName ?? permit.holderName}
                  </Link>
                ),
              },
            ]
          : []),
        {
          key: "expires",
          label: t("permit.expiresOn"),
          cell: (permit) => (permit.expiresOn ? <Day day={permit.expiresOn} /> : t("permit.noTerm")),
        },
        {
          key: "standing",
          label: t("field.status"),
          cell: (permit) => <PermitStandingBadge permit={permit} today={today} />,
        },
        {
          key: "picture",
          label: t("permit.picture"),
          cell: (permit) =>
            permit.pictureId && (
              <a href={`/permits/${permit.id}/picture`} target="_blank" rel="noreferrer">
                {t("permit.seePicture")}
              </a>
            ),
        },
      ]}
    />
  );
}
