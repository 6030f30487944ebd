import { formatNumber, toMu, unitWord } from "#app/i18n/format.ts";
import type { Unit } from "#app/i18n/units.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Figure } from "#app/ui/Figure.tsx";
import { FigureRow } from "#app/ui/FigureRow.tsx";
import type { Town } from "./town.server.ts";

/** A town in numbers, each leading to its list. */
export function TownFigures({ town, households = true }: { town: Town; households?: boolean }) {
  const { t, i18n } = useTranslation(["overview", "sites"]);
  const of = (kind: string) => town.kinds.find((one) => one.kind === kind);
  const number = (value: number, unit: Unit, decimals = 0) => ({
    value: formatNumber(value, i18n.language, decimals),
    unit: unitWord(unit, value, i18n.language),
  });
  return (
    <FigureRow label={t("totals")}>
      <Figure
        to={`/members?town=${town.code}`}
        label={t("memberVillages")}
        {...number(town.members, "village")}
      />
      <Figure
        to={`/sites?kind=pond&town=${town.code}`}
        label={t("sites:kind.pond")}
        {...number(of("pond")?.sites ?? 0, "pond")}
      />
      <Figure
        to={`/sites?kind=water_area&town=${town.code}`}
        label={t("sites:kind.water_area")}
        {...number(toMu(of("water_area")?.areaM2 ?? 0), "mu", 1)}
      />
      {households && (
        <Figure
          to={`/households?town=${town.code}`}
          label={t("households")}
          {...number(town.households, "household")}
        />
      )}
      {town.enterprises > 0 && (
        <Figure
          to={`/enterprises?town=${town.code}`}
          label={t("enterprises")}
          {...number(town.enterprises, "enterprise")}
        />
      )}
    </FigureRow>
  );
}
