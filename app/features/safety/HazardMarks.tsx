import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Badge } from "#app/ui/Badge.tsx";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { HazardStatus, Severity } from "./kinds.ts";
import { type HazardStanding, hazardStanding } from "./standing.ts";

const looks: Record<HazardStanding, Status> = {
  overdue: "late",
  open: "due",
  rectified: "neutral",
  closed: "ok",
};

type StandingBadgeProps = { hazard: { status: HazardStatus; dueOn: string }; today: string };

/** How a hazard stands today, in a word and a shape. */
export function HazardStandingBadge({ hazard, today }: StandingBadgeProps) {
  const { t } = useTranslation("safety");
  const standing = hazardStanding(hazard, today);
  return <StatusBadge status={looks[standing]}>{t(`standing.${standing}`)}</StatusBadge>;
}

export function SeverityBadge({ severity }: { severity: Severity }) {
  const { t } = useTranslation("safety");
  const word = t(`severity.${severity}`);
  return severity === "major" ? <StatusBadge status="withheld">{word}</StatusBadge> : <Badge>{word}</Badge>;
}
