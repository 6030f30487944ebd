import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { AgreementState } from "./kinds.ts";

const looks: Record<AgreementState, Status> = { proposed: "due", confirmed: "ok", ended: "neutral" };

export function AgreementStateBadge({ state }: { state: AgreementState }) {
  const { t } = useTranslation("supply");
  return <StatusBadge status={looks[state]}>{t(`state.${state}`)}</StatusBadge>;
}
