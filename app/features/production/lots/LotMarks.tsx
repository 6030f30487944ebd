import { formatDay } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { Section } from "#app/ui/Section.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { HoldKind } from "../ledger/marks.ts";

export type ShownMarks = {
  withdrawals: {
    eventId: string;
    lastDoseOn: string;
    endedOn: string | null;
    expectedFrom: string | null;
    expectedTo: string | null;
  }[];
  holds: {
    originId: string;
    kind: HoldKind;
    reason: string | null;
    placedAt: Date | string;
    liftedAt: Date | string | null;
    liftReason: string | null;
  }[];
};

/** What withholds a lot from food, and what did. */
export function LotMarks({ marks: { withdrawals, holds } }: { marks: ShownMarks }) {
  const { t } = useTranslation("production");
  if (withdrawals.length + holds.length === 0) return null;
  return (
    <Section title={t("lot.marks")}>
      <Card>
        <ul className="flex flex-col gap-2">
          {withdrawals.map((one) => (
            <li key={one.eventId} className="flex flex-wrap items-baseline gap-x-3">
              <StatusBadge status={one.endedOn ? "ok" : "withheld"}>
                {one.endedOn
                  ? t("lot.fitSince", { day: one.endedOn })
                  : one.expectedFrom && one.expectedTo
                    ? t("lot.fitFrom", { from: one.expectedFrom, to: one.expectedTo })
                    : t("lot.fitUnknown")}
              </StatusBadge>
              <span className="text-muted">{t("lot.lastDose", { day: one.lastDoseOn })}</span>
            </li>
          ))}
          {holds.map((one) => (
            <li key={one.originId + one.kind} className="flex flex-wrap items-baseline gap-x-3">
              <StatusBadge status={one.liftedAt ? "neutral" : "withheld"}>
                {t(`lot.hold.${one.kind}`)}
              </StatusBadge>
              {one.reason && <span lang="zh">{one.reason}</span>}
              <span className="text-muted">
                {one.liftedAt
                  ? t("lot.liftedOn", { day: formatDay(one.liftedAt), reason: one.liftReason })
                  : t("lot.heldSince", { day: formatDay(one.placedAt) })}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
