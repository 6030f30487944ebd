import { formatNumber, formatPercent, formatQuantity } from "#app/i18n/format.ts";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Description, DescriptionList } from "#app/ui/DescriptionList.tsx";
import { PriceText } from "./PriceText.tsx";
import type { AgreementVersion } from "./queries/agreements.server.ts";

/** What a version says, but for its months. */
export function TermsFacts({ version }: { version: AgreementVersion }) {
  const { t, i18n } = useTranslation("supply");
  const language = i18n.language;
  const { speciesZh, speciesEn, form, sizeClass, priceKind, priceFen, rewardFen, rewardFor } = version;
  const species = language.startsWith("zh") ? speciesZh : speciesEn;
  const said = (text: string | null) => text && <span lang={langOf(text, language)}>{text}</span>;
  const items: Description[] = [
    { label: t("agreement.species"), value: `${species} · ${t(`form.${form}`)}` },
    { label: t("agreement.sizeClass"), value: said(sizeClass) },
    { label: t("agreement.price"), value: <PriceText kind={priceKind} fen={priceFen} /> },
    {
      label: t("agreement.reward"),
      value: rewardFen && (
        <>
          {formatNumber(rewardFen / 100, language, 2)} {t("agreement.perKg")} · {said(rewardFor)}
        </>
      ),
    },
    { label: t("agreement.water"), value: formatPercent(version.waterPermille / 1000, language) },
    { label: t("agreement.dead"), value: formatPercent(version.deadPermille / 1000, language) },
    { label: t("agreement.paymentDays"), value: formatQuantity(version.paymentDays, "day", language) },
    {
      label: t("agreement.dividend"),
      value:
        version.dividendPermille &&
        version.dividendBasis &&
        `${formatPercent(version.dividendPermille / 1000, language)} · ${t(`basis.${version.dividendBasis}`)}`,
    },
    {
      label: t("agreement.gives"),
      value: version.gives.map((what) => t(`gives.${what as "fry"}`)).join(" · "),
    },
    { label: t("agreement.quality"), value: said(version.quality), wide: true },
  ];
  return <DescriptionList items={items} />;
}
