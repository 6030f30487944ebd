import { formatMu, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Notice } from "#app/ui/Notice.tsx";
import { outlineArea } from "./outline.ts";
import { placeText } from "./problem-message.ts";
import type { OutlineReading } from "./read-outline.ts";

/** How large what is drawn is, or why it is nothing yet; said again whenever it changes. */
export function OutlineAnswer({
  reading,
  corners,
}: {
  reading: OutlineReading | undefined;
  corners: number;
}) {
  const { t, i18n } = useTranslation("outline");
  if (reading?.problem) {
    const { reason, at } = reading.problem;
    return <Notice tone="error">{t(`problem.${reason}`, { place: placeText(at) })}</Notice>;
  }
  const area = reading && outlineArea(reading.outline);
  return (
    <p role="status" className="text-lg">
      {area === undefined
        ? t("none")
        : t("area", {
            mu: formatMu(area, i18n.language),
            squareMetres: formatNumber(area, i18n.language),
            count: corners,
          })}
    </p>
  );
}
