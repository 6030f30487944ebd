import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import { daysBetween } from "../growth/days-between.ts";
import { type Trust, trustOf } from "../growth/trust.ts";

const looks: Record<Trust, Status> = { high: "ok", fair: "neutral", low: "due", none: "late" };

/** How far a number that rests on a weighing can be trusted, and why. */
export function TrustBadge({ lastWeighedOn, today }: { lastWeighedOn: string | null; today: string }) {
  const { t } = useTranslation("production");
  const trust = trustOf(lastWeighedOn, today);
  const why =
    lastWeighedOn === null
      ? t("lot.neverWeighed")
      : t("lot.trustNote", { days: daysBetween(lastWeighedOn, today) });
  return (
    <span title={why}>
      <StatusBadge status={looks[trust]}>{t(`lot.trust.${trust}`)}</StatusBadge>
      <span className="sr-only">{why}</span>
    </span>
  );
}
