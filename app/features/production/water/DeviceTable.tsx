import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";
import { Card } from "#app/ui/Card.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import { Time } from "#app/ui/Time.tsx";
import type { listDevices } from "./queries/devices.server.ts";

type Device = Awaited<ReturnType<typeof listDevices>>[number];

export function DeviceTable({ devices }: { devices: Device[] }) {
  const { t } = useTranslation(["water", "common"]);
  return (
    <Card flush>
      <Form method="post">
        <input type="hidden" name="intent" value="revoke" />
        <DataTable
          caption={t("devices")}
          rows={devices}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              label: t("device.name"),
              heading: true,
              wrap: true,
              cell: ({ name }) => <span lang="zh">{name}</span>,
            },
            {
              key: "interval",
              label: t("device.interval"),
              cell: ({ intervalMinutes }) => t("device.every", { count: intervalMinutes }),
            },
            {
              key: "standing",
              label: t("device.standing"),
              cell: ({ revokedAt }) => (
                <StatusBadge status={revokedAt ? "neutral" : "ok"}>
                  {t(revokedAt ? "device.revoked" : "device.valid")}
                </StatusBadge>
              ),
            },
            {
              key: "last",
              label: t("device.lastReadingAt"),
              cell: ({ lastReadingAt }) => (lastReadingAt ? <Time at={lastReadingAt} /> : t("device.never")),
            },
            { key: "made", label: t("device.madeAt"), cell: ({ createdAt }) => <Time at={createdAt} /> },
            {
              key: "revoke",
              label: "",
              align: "end",
              cell: ({ id, name, revokedAt }) =>
                !revokedAt && (
                  <Button
                    type="submit"
                    name="id"
                    value={id}
                    variant="danger"
                    aria-label={t("common:pair", { label: t("device.revoke"), value: name })}
                  >
                    {t("device.revoke")}
                  </Button>
                ),
            },
          ]}
        />
      </Form>
    </Card>
  );
}
