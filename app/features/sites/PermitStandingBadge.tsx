import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import { type PermitStanding, permitStanding } from "./permit-standing.ts";

const looks: Record<PermitStanding, Status> = { valid: "ok", expiring: "due", expired: "late" };

type PermitStandingBadgeProps = {
  permit: { expiresOn: string | null; endedOn: string | null };
  today: string;
};

/** How a permit stands today, in a word and a shape. */
export function PermitStandingBadge({ permit, today }: PermitStandingBadgeProps) {
  const { t } = useTranslation("sites");
  if (permit.endedOn) return <StatusBadge status="neutral">{t("permit.ended")}</StatusBadge>;
  const standing = permitStanding(permit, today);
  return <StatusBadge status={looks[standing]}>{t(`permit.standing.${standing}`)}</StatusBadge>;
}
