import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { priceKinds } from "./kinds.ts";

/** A price and what kind it is; null: the reader may not know it. */
export function PriceText({ kind, fen }: { kind: (typeof priceKinds)[number]; fen: number | null }) {
  const { t, i18n } = useTranslation("supply");
  if (fen === null) return <span className="text-muted">{t("agreement.noPrice")}</span>;
  return t(`priced.${kind}`, { price: formatNumber(fen / 100, i18n.language, 2) });
}
