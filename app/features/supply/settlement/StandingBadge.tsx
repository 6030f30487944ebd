import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { Standing } from "./kinds.ts";

const looks: Record<Standing, Status> = {
  ...{ waits: "due", disputed: "late", confirmed: "ok", silent: "ok", paid: "ok", corrected: "neutral" },
};

export function StandingBadge({ standing }: { standing: Standing }) {
  const { t } = useTranslation("settlement");
  return <StatusBadge status={looks[standing]}>{t(`standing.${standing}`)}</StatusBadge>;
}
