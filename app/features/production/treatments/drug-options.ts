import type { TFunction } from "i18next";
import { labelOn, selectable } from "./labels.ts";
import { termWords } from "./withdrawal-words.ts";

/** Drugs to choose from on a day, grouped by standing, each with its withdrawal. */
export function drugOptions(day: string, language: string, t: TFunction<["treatments", "common"]>) {
  return (["approved", "prescription"] as const).map((standing) => ({
    group: t(`standing.${standing}`),
    options: selectable
      .filter((drug) => drug.standing === standing)
      .flatMap((drug) => {
        const label = labelOn(drug.id, day);
        const name = language === "en" ? drug.nameEn : drug.nameZh;
        return label ? [{ value: drug.id, label: `${name} · ${termWords(label, t)}` }] : [];
      }),
  }));
}
