import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";

/** Fen as yuan to the fen, without the unit. */
export const formatYuan = (fen: number, language: string) => formatNumber(fen / 100, language, 2);

/** Fen as yuan, with the unit. */
export function YuanText({ fen }: { fen: number }) {
  const { t, i18n } = useTranslation("settlement");
  return (
    <>
      {formatYuan(fen, i18n.language)} <span className="text-muted">{t("yuan")}</span>
    </>
  );
}
