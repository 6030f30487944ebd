import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { AlarmRow } from "./queries/alarms.server.ts";
import { alarmDecimals, readAlarmFigure } from "./read-alarm.ts";

/** The worst value and the limit of an alarm in words; of a silent sensor its name. */
export function useAlarmFigure() {
  const { t, i18n } = useTranslation(["water", "common"]);
  return (alarm: Pick<AlarmRow, "kind" | "worst" | "threshold" | "deviceName">) => {
    const { worst, threshold, unit } = readAlarmFigure(alarm);
    if (worst === null || threshold === null) return alarm.deviceName;
    const read = (value: number) =>
      `${formatNumber(value, i18n.language, alarmDecimals(alarm.kind))} ${unit}`;
    return [t("alarm.worst", { value: read(worst) }), t("alarm.threshold", { value: read(threshold) })].join(
      t("common:comma"),
    );
  };
}
