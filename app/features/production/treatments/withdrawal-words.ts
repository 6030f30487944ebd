import type { TFunction } from "i18next";
import type { Term } from "./withdrawal.ts";

/** "500 度日、20 天" */
export function termWords({ degreeDays, days }: Term, t: TFunction<["treatments", "common"]>) {
  const parts = [
    ...(degreeDays === null ? [] : [t("degreeDays", { count: degreeDays })]),
    ...(days === null ? [] : [t("days", { count: days })]),
  ];
  return parts.length > 0 ? parts.join(t("common:comma")) : t("noWithdrawal");
}

/** The days between which fish are likely fit; null where nobody can say. */
export const expectedWords = (
  { from, to }: { from: string | null; to: string | null },
  t: TFunction<["treatments", "common"]>,
) => (from && to ? t("treatment.from", { from, to }) : t("treatment.unforeseen"));
