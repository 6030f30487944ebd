import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import { type PermitStanding, permitStanding } from "./permit-standing.ts";
import type { listPermits } from "./queries/permits.server.ts";

type Permit = Awaited<ReturnType<typeof listPermits>>[number];
type PermitListProps = { permits: Permit[]; today: string; mayEdit: boolean; holder?: boolean };

const looks: Record<PermitStanding, Status> = { valid: "ok", expiring: "due", expired: "late" };

/** Permits with how they stand today; `holder` names whose they are. */
export function PermitList({ permits, today, mayEdit, holder = false }: PermitListProps) {
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
          cell: (permit) =>
            mayEdit ? (
              <Link to={`/permits/${permit.id}`} lang="zh">
                {permit.number}
              </Link>
            ) : (
              <span lang="zh">{permit.number}</span>
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
          cell: (permit) => {
            const standing = permitStanding(permit, today);
            return <StatusBadge status={looks[standing]}>{t(`permit.standing.${standing}`)}</StatusBadge>;
          },
        },
        {
          key: "picture",
          label: t("permit.picture"),
          cell: (permit) =>
            permit.pictureId && <a href={`/permits/${permit.id}/picture`}>{t("permit.seePicture")}</a>,
        },
      ]}
    />
  );
}
