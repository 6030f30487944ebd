import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";
import { Card } from "#app/ui/Card.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import { Time } from "#app/ui/Time.tsx";

export type Token = {
  id: string;
  name: string;
  scope: "read" | "write";
  createdAt: string | Date;
  expiresAt: string | Date;
  lastUsedAt: string | Date | null;
  revokedAt: string | Date | null;
  isExpired: boolean;
};

export function TokenTable({ tokens }: { tokens: Token[] }) {
  const { t } = useTranslation(["auth", "common"]);
  return (
    <Card flush>
      <Form method="post">
        <input type="hidden" name="intent" value="revoke-token" />
        <DataTable
          caption={t("account.tokens")}
          rows={tokens}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              label: t("account.tokenName"),
              heading: true,
              wrap: true,
              cell: ({ name }) => <span lang="zh">{name}</span>,
            },
            {
              key: "scope",
              label: t("account.scope.label"),
              cell: ({ scope }) => t(`account.scope.${scope}`),
            },
            {
              key: "standing",
              label: t("account.standing"),
              cell: ({ revokedAt, isExpired }) => {
                if (revokedAt) return <StatusBadge status="neutral">{t("account.revoked")}</StatusBadge>;
                if (isExpired) return <StatusBadge status="late">{t("account.expired")}</StatusBadge>;
                return <StatusBadge status="ok">{t("account.valid")}</StatusBadge>;
              },
            },
            {
              key: "expiresAt",
              label: t("account.expiresAt"),
              cell: ({ expiresAt }) => <Day day={expiresAt} />,
            },
            {
              key: "lastUsedAt",
              label: t("account.lastUsed"),
              cell: ({ lastUsedAt }) => (lastUsedAt ? <Time at={lastUsedAt} /> : t("account.never")),
            },
            {
              key: "createdAt",
              label: t("account.madeAt"),
              cell: ({ createdAt }) => <Time at={createdAt} />,
            },
            {
              key: "revoke",
              label: "",
              align: "end",
              cell: ({ id, name, revokedAt, isExpired }) =>
                !revokedAt &&
                !isExpired && (
                  <Button
                    type="submit"
                    name="id"
                    value={id}
                    variant="danger"
                    aria-label={t("common:pair", { label: t("account.revoke"), value: name })}
                  >
                    {t("account.revoke")}
                  </Button>
                ),
            },
          ]}
        />
      </Form>
    </Card>
  );
}
