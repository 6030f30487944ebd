import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Card } from "#app/ui/Card.tsx";
import { type Description, DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { FoundLot } from "../queries/find-lot.server.ts";
import type { LotFigures as Figures } from "./lot-history.ts";
import { MassText } from "./MassText.tsx";
import { TrustBadge } from "./TrustBadge.tsx";

type Lot = Pick<FoundLot, "form" | "count" | "massG">;

export function LotFigures({ lot, figures, today }: { lot: Lot; figures: Figures; today: string }) {
  const { t, i18n } = useTranslation("production");
  const language = i18n.language;
  const number = (value: number | null, unit: string, decimals = 0) =>
    value === null ? null : (
      <>
        {formatNumber(value, language, decimals)} <span className="text-muted">{unit}</span>
      </>
    );
  const alive = lot.form === "farmed" || lot.form === "standing" || lot.form === "fry";
  const raised: Description[] = [
    { label: t("lot.days"), value: formatNumber(figures.days, language) },
    { label: t("lot.density"), value: number(figures.densityKgM3, "kg/m³", 1) },
    {
      label: t("lot.survival"),
      value: figures.survival !== null && formatPercent(figures.survival, language),
    },
    { label: t("lot.fcr"), value: figures.fcr && formatNumber(figures.fcr.fcr, language, 2) },
    { label: t("lot.feed"), value: figures.feed.totalG > 0 && <MassText grams={figures.feed.totalG} /> },
    {
      label: t("lot.feedCost"),
      value:
        figures.feed.fen !== null &&
        number(figures.feed.fen / 100, language.startsWith("zh") ? "元" : "yuan"),
    },
  ];
  const items: Description[] = [
    { label: t(alive ? "lot.biomass" : "lot.stock"), value: <MassText grams={lot.massG} /> },
    { label: t("lot.count"), value: lot.count !== null && formatNumber(lot.count, language) },
    {
      label: t("lot.mean"),
      value: number(figures.meanG, t("lot.grams"), (figures.meanG ?? 0) < 100 ? 1 : 0),
    },
    ...(lot.form === "farmed" || lot.form === "fry" ? raised : []),
    ...(lot.form === "standing"
      ? [
          {
            label: t("lot.recapture"),
            value: figures.recapture !== null && formatPercent(figures.recapture, language),
          },
        ]
      : []),
    ...(alive
      ? [
          {
            label: t("lot.trustLabel"),
            value: <TrustBadge lastWeighedOn={figures.lastWeighedOn} today={today} />,
          },
        ]
      : []),
  ];
  return (
    <Section title={t("lot.figures")}>
      <Card>
        <DescriptionList items={items.map((item) => ({ ...item, value: item.value || null }))} />
      </Card>
    </Section>
  );
}
