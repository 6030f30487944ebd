import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import { Time } from "#app/ui/Time.tsx";
import type { Role } from "./viewer.ts";

type Account = {
  id: string;
  login: string;
  name: string;
  role: Role;
  townName: string | null;
  organizationId: string | null;
  organizationName: string | null;
  lastSeenAt: string | Date | null;
  endedAt: string | Date | null;
  mustChangePassword: boolean;
};

export function AccountTable({ accounts }: { accounts: Account[] }) {
  const { t } = useTranslation(["auth", "common"]);
  return (
    <Card flush>
      <DataTable
        caption={t("accounts.title")}
        rows={accounts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            label: t("field.name"),
            heading: true,
            cell: ({ id, name }) => (
              <Link to={`/admin/accounts/${id}`} lang="zh">
                {name}
              </Link>
            ),
          },
          { key: "login", label: t("field.login"), cell: ({ login }) => login },
          { key: "role", label: t("field.role"), cell: ({ role }) => t(`role.${role}`) },
          { key: "place", label: t("accounts.place"), cell: (account) => <Place {...account} /> },
          {
            key: "town",
            label: t("field.townCode"),
            cell: ({ organizationId, townName }) =>
              organizationId && townName && <span lang="zh">{townName}</span>,
          },
          {
            key: "seen",
            label: t("accounts.lastSeen"),
            cell: ({ lastSeenAt }) =>
              lastSeenAt ? (
                <Time at={lastSeenAt} />
              ) : (
                <span className="text-muted">{t("accounts.never")}</span>
              ),
          },
          {
            key: "state",
            label: t("accounts.state.label"),
            cell: ({ endedAt, mustChangePassword }) => {
              if (endedAt) return <StatusBadge status="neutral">{t("accounts.state.ended")}</StatusBadge>;
              if (mustChangePassword) return <StatusBadge status="due">{t("accounts.waiting")}</StatusBadge>;
              return <StatusBadge status="ok">{t("accounts.state.active")}</StatusBadge>;
            },
          },
        ]}
      />
    </Card>
  );
}

function Place({ organizationId, organizationName, townName }: Account) {
  const { t } = useTranslation("auth");
  if (organizationId)
    return (
      <Link to={`/members/${organizationId}`} lang="zh">
        {organizationName}
      </Link>
    );
  return townName ? <span lang="zh">{townName}</span> : t("accounts.county");
}
