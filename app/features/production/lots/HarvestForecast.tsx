import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { LotForecast } from "./lot-forecast.ts";
import { formatKilograms, MassText } from "./MassText.tsx";

/** When a lot reaches market weight, and what it gives then: a sentence, a range, and how it falls into classes. */
export function HarvestForecast({
  forecast,
  today,
}: {
  forecast: NonNullable<LotForecast["forecast"]>;
  today: string;
}) {
  const { t, i18n } = useTranslation("production");
  const language = i18n.language;
  const { on, earliest, latest, harvest } = forecast;
  const market = formatNumber(forecast.marketG, language);
  const mass = (grams: number) => formatKilograms(grams, language);
  return (
    <Section title={t("lot.forecast")} note={t("lot.method")}>
      <Card>
        <p>
          {on === null
            ? t("lot.forecastFar", { market })
            : on <= today
              ? t("lot.forecastReady", { market })
              : t("lot.forecastOn", { on, market, earliest: earliest ?? on, latest: latest ?? "…" })}
        </p>
        {harvest && (
          <p>
            {t("lot.forecastMass", {
              mass: mass(harvest.massG),
              low: mass(harvest.lowG),
              high: mass(harvest.highG),
            })}
          </p>
        )}
        {harvest && (
          <dl className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3">
            {harvest.classes
              .filter(({ count }) => count > 0)
              .map(({ fromG, toG, massG }) => (
                <div key={fromG ?? 0}>
                  <dt className="text-sm text-muted">{classWords(t, fromG, toG)}</dt>
                  <dd>
                    <MassText grams={massG} />
                  </dd>
                </div>
              ))}
          </dl>
        )}
      </Card>
    </Section>
  );
}

function classWords(
  t: ReturnType<typeof useTranslation<"production">>["t"],
  from: number | null,
  to: number | null,
) {
  if (from === null) return t("lot.to", { to });
  return to === null ? t("lot.from", { from }) : t("lot.between", { from, to });
}
