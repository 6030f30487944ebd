import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Status, StatusBadge } from "#app/ui/StatusBadge.tsx";
import { Time } from "#app/ui/Time.tsx";
import type { newestOf } from "./newest.ts";
import { quantities } from "./quantities.ts";
import type { Standing } from "./thresholds.ts";

const looks: Record<Standing, Status> = { good: "ok", warning: "due", alarm: "late" };
const measures = { ...quantities, ammonia: { unit: "mg/L", decimals: 3 } };

/** What was measured last, when, and how it stands. */
export function NewestWater({ newest }: { newest: ReturnType<typeof newestOf> }) {
  const { t, i18n } = useTranslation("water");
  return (
    <ul
      aria-label={t("newest.title")}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]"
    >
      {newest.measured.map(({ what, value, at, standing }) => (
        <li key={what} className="flex flex-col gap-0.5 bg-surface px-4 py-3">
          <span className="text-sm text-muted">{t(`quantity.${what}`)}</span>
          <span className="text-2xl leading-tight font-semibold">
            {formatNumber(value, i18n.language, measures[what].decimals)}
            <span className="ms-1 text-base font-normal text-muted">{measures[what].unit}</span>
          </span>
          <span>
            {what !== "tan" && (
              <StatusBadge status={looks[standing]}>{t(`standing.${standing}`)}</StatusBadge>
            )}
          </span>
          <span className="text-xs text-muted">
            <Time at={at} />
          </span>
        </li>
      ))}
      {newest.switched.map(({ what, on, at }) => (
        <li key={what} className="flex flex-col gap-0.5 bg-surface px-4 py-3">
          <span className="text-sm text-muted">{t(`switch.${what}`)}</span>
          <span>
            <StatusBadge status={on ? "ok" : "late"}>
              {t(`switched.${what}.${on ? "on" : "off"}`)}
            </StatusBadge>
          </span>
          <span className="text-xs text-muted">
            <Time at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
