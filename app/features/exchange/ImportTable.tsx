import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import { Time } from "#app/ui/Time.tsx";
import type { ImportKind } from "./kinds.ts";

type ImportStatus = "ready" | "queued" | "stored" | "failed";
type Import = {
  id: string;
  kind: ImportKind;
  fileName: string;
  rows: number;
  status: ImportStatus;
  createdAt: Date | string;
};

const looks: Record<ImportStatus, Status> = { ready: "due", queued: "due", stored: "ok", failed: "late" };

export function ImportTable({ imports }: { imports: Import[] }) {
  const { t, i18n } = useTranslation("exchange");
  return (
    <DataTable
      caption={t("mine")}
      rows={imports}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "file",
          label: t("file"),
          heading: true,
          wrap: true,
          cell: (one) => (
            <Link to={`/imports/${one.id}`} lang="zh">
              {one.fileName}
            </Link>
          ),
        },
        { key: "kind", label: t("kindLabel"), cell: (one) => t(`kind.${one.kind}`) },
        {
          key: "rows",
          label: t("rows"),
          align: "end",
          cell: (one) => formatNumber(one.rows, i18n.language),
        },
        {
          key: "status",
          label: t("statusLabel"),
          cell: (one) => (
            <StatusBadge status={looks[one.status]}>{t(`importStatus.${one.status}`)}</StatusBadge>
          ),
        },
        { key: "createdAt", label: t("uploadedAt"), cell: (one) => <Time at={one.createdAt} /> },
      ]}
    />
  );
}
