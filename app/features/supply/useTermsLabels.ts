import { useTranslation } from "#app/i18n/useTranslation.ts";
import { monthFields } from "./month-fields.ts";

/** What the fields of terms are called. */
export function useTermsLabels(): Record<string, string> {
  const { t } = useTranslation("supply");
  return {
    species: t("agreement.species"),
    form: t("agreement.form"),
    sizeClass: t("agreement.sizeClass"),
    priceKind: t("agreement.priceKind"),
    priceFen: t("agreement.price"),
    rewardFen: t("agreement.reward"),
    rewardFor: t("agreement.rewardFor"),
    waterPermille: t("agreement.water"),
    deadPermille: t("agreement.dead"),
    paymentDays: t("agreement.paymentDays"),
    dividendPermille: t("agreement.dividend"),
    dividendBasis: t("agreement.dividendBasis"),
    quality: t("agreement.quality"),
    gives: t("agreement.gives"),
    picture: t("agreement.paper"),
    ...Object.fromEntries(
      monthFields.map((name, index) => [name, t("agreement.month", { month: index + 1 })]),
    ),
  };
}
