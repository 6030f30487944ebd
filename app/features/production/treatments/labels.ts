import { type Drug, type DrugLabel, drugs } from "#db/reference/drugs.ts";

export type KnownLabel = DrugLabel & { drug: Drug };

const labels = new Map<string, KnownLabel>(
  drugs.flatMap((drug) => drug.labels.map((label) => [label.id, { ...label, drug }])),
);

/** A version of a label by its id. */
export const findLabel = (id: string) => labels.get(id);

export const findDrug = (id: string) => drugs.find((drug) => drug.id === id);

/** The version of a drug's label that held on a day; undefined before the first, and of what is prohibited. */
export const labelOn = (drugId: string, day: string) =>
  findDrug(drugId)
    ?.labels.filter(({ validFrom }) => validFrom <= day)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];

/** Drugs that can be chosen. */
export const selectable = drugs.filter(({ standing }) => standing !== "prohibited");

/** What of 公告250号 somebody typed, however it is written around. */
export function prohibitedIn(text: string): Drug | undefined {
  const typed = text.toLowerCase().replace(/\s/g, "");
  return drugs.find(
    ({ standing, nameZh, nameEn, alsoKnownAs = [] }) =>
      standing === "prohibited" &&
      [nameZh.replace(/类$/, ""), nameEn, ...alsoKnownAs].some((name) =>
        typed.includes(name.toLowerCase().replace(/\s/g, "")),
      ),
  );
}
