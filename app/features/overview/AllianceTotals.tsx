import { formatNumber, formatQuantity, formatVolume, unitWord } from "#app/i18n/format.ts";
import type { Unit } from "#app/i18n/units.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Figure } from "#app/ui/Figure.tsx";
import { FigureRow } from "#app/ui/FigureRow.tsx";
import { siteKinds } from "../sites/kinds.ts";
import { KindLinks } from "./KindLinks.tsx";
import type { Summary } from "./summary.server.ts";

type AllianceTotalsProps = { summary: Summary; stages: { stage: Stage; count: number }[] };
type Stage = "breeding" | "farming" | "processing" | "sales";

const large = ["pond", "water_area"];

/** The alliance in numbers, each leading to its list. */
export function AllianceTotals({ summary, stages }: AllianceTotalsProps) {
  const { t, i18n } = useTranslation(["overview", "sites", "common"]);
  const language = i18n.language;
  const number = (value: number, unit: Unit, decimals = 0) => ({
    value: formatNumber(value, language, decimals),
    unit: unitWord(unit, value, language),
  });
  const volume = summary.byKind.pond?.volumeM3 ?? 0;
  const others = siteKinds
    .filter((kind) => !large.includes(kind))
    .map((kind) => ({ kind, count: summary.byKind[kind]?.sites ?? 0 }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <FigureRow label={t("totals")}>
        <Figure to="/members" label={t("memberVillages")} {...number(summary.members, "village")} />
        <Figure
          to="/sites?kind=pond"
          label={t("sites:kind.pond")}
          {...number(summary.ponds, "pond")}
          note={volume > 0 && t("waterVolume", { volume: formatVolume(volume, language) })}
        />
        <Figure
          to="/sites?kind=water_area"
          label={t("sites:kind.water_area")}
          {...number(summary.waterAreaMu, "mu", 1)}
          note={formatQuantity(summary.waterAreas, "waterArea", language)}
        />
        <Figure to="/households" label={t("households")} {...number(summary.households, "household")} />
        <Figure
          to="/enterprises?kind=enterprise"
          label={t("enterprises")}
          {...number(summary.enterprises, "enterprise")}
        />
      </FigureRow>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <KindLinks
          label={t("enterprisesByStage")}
          items={stages.map(({ stage, count }) => ({
            to: `/enterprises?kind=enterprise&stage=${stage}`,
            label: t(`enterprisesOf.${stage}`),
            count,
          }))}
        />
        <KindLinks
          label={t("otherKinds")}
          items={others.map(({ kind, count }) => ({
            to: `/sites?kind=${kind}`,
            label: t(`sites:kind.${kind}`),
            count,
          }))}
        />
      </div>
    </>
  );
}
