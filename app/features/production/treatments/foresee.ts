import type { SiteKind } from "#app/features/sites/kinds.ts";
import { expectedRange } from "./expected-water.ts";
import type { Foreseen } from "./FitPreview.tsx";
import { labelOn, selectable } from "./labels.ts";

/** For every drug with a withdrawal: when fish are likely fit if its last dose is given on a day. */
export const foresee = (kind: SiteKind, day: string, language: string): Foreseen[] =>
  selectable.flatMap((drug) => {
    const label = labelOn(drug.id, day);
    if (!label || (label.degreeDays ?? label.days) === null) return [];
    const so = { reached: { degreeDays: 0, days: 0 }, countedTo: day };
    return [
      {
        drugId: drug.id,
        drug: language === "en" ? drug.nameEn : drug.nameZh,
        ...expectedRange(kind, label, so),
      },
    ];
  });
