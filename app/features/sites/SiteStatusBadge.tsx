import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { SiteStatus } from "./kinds.ts";

const looks: Record<SiteStatus, Status> = {
  building: "due",
  in_use: "ok",
  idle: "neutral",
  repair: "due",
  ended: "neutral",
};

export function SiteStatusBadge({ status }: { status: SiteStatus }) {
  const { t } = useTranslation("sites");
  return <StatusBadge status={looks[status]}>{t(`status.${status}`)}</StatusBadge>;
}
