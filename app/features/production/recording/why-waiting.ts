import type { TFunction } from "i18next";
import { errorText } from "#app/forms/errorText.ts";
import { formatDay, formatNumber, unitWord } from "#app/i18n/format.ts";
import type { WhyWaiting } from "../queries/find-recorded.server.ts";
import { inUnit, type MassUnit, unitName } from "./mass-unit.ts";

/** Why an entry waits, in a sentence with the shortfall. */
export function whyWaiting(
  t: TFunction<["recording", "common"]>,
  { reason, shortAt, shortCount, shortMassG, message }: WhyWaiting,
  { unit, language, occurredAt }: { unit: MassUnit; language: string; occurredAt: string | Date },
) {
  if (reason === "refused") return errorText(t as unknown as TFunction<"common">, message ?? "");
  const mass = inUnit(shortMassG ?? 0, unit);
  const missing = shortCount
    ? t("recording:pending.fish", { count: shortCount, number: formatNumber(shortCount, language) })
    : `${formatNumber(mass, language, 2, true)} ${unitWord(unitName(unit), mass, language)}`;
  const isLater = shortAt !== null && Date.parse(shortAt) > new Date(occurredAt).getTime();
  const key = reason === "short" && isLater ? "shortAt" : reason;
  return t(`recording:pending.reason.${key}`, { missing, day: shortAt ? formatDay(new Date(shortAt)) : "" });
}
