import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";

/** Grams in kilograms: one decimal below a hundred. */
export const formatKilograms = (grams: number, language: string) =>
  `${formatNumber(grams / 1000, language, grams < 100_000 ? 1 : 0, true)} ${language.startsWith("zh") ? "公斤" : "kg"}`;

export function MassText({ grams }: { grams: number }) {
  const { i18n } = useTranslation();
  const [number, unit] = formatKilograms(grams, i18n.language).split(" ");
  return (
    <>
      {number} <span className="text-muted">{unit}</span>
    </>
  );
}
