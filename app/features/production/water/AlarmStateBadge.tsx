import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { AlarmState } from "./kinds.ts";

const looks: Record<AlarmState, Status> = { open: "late", acknowledged: "due", closed: "neutral" };

export function AlarmStateBadge({ state }: { state: AlarmState }) {
  const { t } = useTranslation("water");
  return <StatusBadge status={looks[state]}>{t(`alarm.state.${state}`)}</StatusBadge>;
}
