import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { rowStatuses } from "./kinds.ts";

type RowStatus = (typeof rowStatuses)[number];

const looks: Record<RowStatus, Status> = {
  new: "ok",
  changes: "due",
  same: "neutral",
  warning: "due",
  error: "late",
};

export function RowStatusBadge({ status }: { status: RowStatus }) {
  const { t } = useTranslation("exchange");
  return <StatusBadge status={looks[status]}>{t(`status.${status}`)}</StatusBadge>;
}
