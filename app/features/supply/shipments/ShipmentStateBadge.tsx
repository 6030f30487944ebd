import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { ShipmentState } from "./kinds.ts";

const looks: Record<ShipmentState, Status> = {
  planned: "due",
  confirmed: "due",
  dispatched: "neutral",
  received: "ok",
  cancelled: "neutral",
};

export function ShipmentStateBadge({ state }: { state: ShipmentState }) {
  const { t } = useTranslation("shipments");
  return <StatusBadge status={looks[state]}>{t(`state.${state}`)}</StatusBadge>;
}
