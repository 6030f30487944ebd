import { useMemo, useState } from "react";
import { formatMu, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { type Ring, readRings, ringsOf } from "./rings.ts";
import { simplifyOutline } from "./simplify-outline.ts";
import type { Drawing } from "./useRings.ts";

/** Above this an outline is tedious to correct by hand. */
const manyVertices = 200;
/** Metres. */
const tolerances = [1, 2, 5, 10, 20];

/** Offers an outline of many corners with fewer, and says beforehand what that changes. */
export function SimplifyOffer({ drawing: { rings, draw } }: { drawing: Drawing }) {
  const { t, i18n } = useTranslation("outline");
  const [tolerance, setTolerance] = useState(2);
  const simpler = useMemo(() => simplify(rings, tolerance), [rings, tolerance]);
  if (!simpler) return null;
  const { vertices, area, outline } = simpler;
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <Notice
      title={t("simplify.title", { number: number(vertices.before) })}
      action={<Button onClick={() => draw(ringsOf(outline))}>{t("simplify.use")}</Button>}
    >
      <label className="flex flex-wrap items-center gap-2">
        {t("simplify.tolerance")}
        <select
          className="control max-w-28"
          value={tolerance}
          onChange={(event) => setTolerance(Number(event.target.value))}
        >
          {tolerances.map((metres) => (
            <option key={metres} value={metres}>
              {t("simplify.metres", { metres })}
            </option>
          ))}
        </select>
      </label>
      <p role="status">
        {t("simplify.result", {
          number: number(vertices.after),
          before: formatMu(area.before, i18n.language),
          after: formatMu(area.after, i18n.language),
        })}
      </p>
    </Notice>
  );
}

function simplify(rings: Ring[], tolerance: number) {
  const corners = rings.reduce((sum, ring) => sum + ring.corners.length, 0);
  if (corners <= manyVertices) return undefined;
  const outline = readRings(rings, { most: Number.POSITIVE_INFINITY })?.outline;
  return outline && simplifyOutline(outline, tolerance);
}
