import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Figure } from "#app/ui/Figure.tsx";
import { FigureRow } from "#app/ui/FigureRow.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import { formatKilograms, MassText } from "../lots/MassText.tsx";
import type { Month } from "./load-month.server.ts";

/** This month against last year's, and the fish in the water by species. */
export function MonthFigures({ month }: { month: Month }) {
  const { t, i18n } = useTranslation("production");
  const language = i18n.language;
  const { now, before, species } = month;
  const figure = (value: string, last: string) => {
    const [number = "", ...unit] = value.split(" ");
    return { value: number, unit: unit.join(" "), note: t("month.before", { value: last }) };
  };
  const fish = (count: number) => `${formatNumber(count, language)} ${t("month.fish")}`;
  const money = (fenSum: number) => `${formatNumber(fenSum / 1_000_000, language, 1)} ${t("month.money")}`;
  const mass = (grams: number) => formatKilograms(grams, language);
  const total = species.reduce((sum, { massG }) => sum + massG, 0);
  return (
    <>
      <Section title={t("month.title", month.periods.now)}>
        <FigureRow label={t("month.title", month.periods.now)}>
          <Figure
            to="/lots?form=farmed"
            label={t("month.stocked")}
            {...figure(fish(now.stocked), fish(before.stocked))}
          />
          <Figure
            to="/lots?form=harvest&state=empty"
            label={t("month.caught")}
            {...figure(mass(now.caughtG), mass(before.caughtG))}
          />
          <Figure
            to="/lots?form=harvest&state=empty"
            label={t("month.sold")}
            {...figure(mass(now.soldG), mass(before.soldG))}
          />
          <Figure
            to="/lots?form=harvest&state=empty"
            label={t("month.value")}
            {...figure(money(now.soldFen), money(before.soldFen))}
          />
        </FigureRow>
      </Section>
      {species.length > 0 && (
        <Section title={t("month.inWater", { mass: mass(total) })}>
          <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
            {species.map((one) => (
              <li
                key={one.code}
                className="flex items-baseline justify-between gap-3 border-b border-line py-1"
              >
                <Link to={`/lots?species=${one.code}`}>{language.startsWith("zh") ? one.zh : one.en}</Link>
                <span>
                  <MassText grams={one.massG} />
                  <span className="ms-2 text-sm text-muted">
                    {formatNumber(one.lots, language)} {t("lot.lots")}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
