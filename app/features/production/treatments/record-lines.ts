import type { SiteRecord } from "./queries/site-records.server.ts";

type Details = Record<string, unknown>;
const detailsOf = ({ details }: { details: unknown }) => (details ?? {}) as Details;
const text = (value: unknown) => (typeof value === "string" ? value : "");

/** A dose of a course as it is kept. */
type Dose = { on: string; amount: number };
type Item = { item: string; limit?: string; result: string; passed: boolean };

export type Treatment = ReturnType<typeof treatmentOf>;
export const treatmentOf = (record: SiteRecord) => {
  const details = detailsOf(record);
  return {
    id: record.id,
    species: record.species,
    symptom: text(details.symptom),
    disease: text(details.disease),
    drugId: text(details.drugId) || null,
    drugName: text(details.drugName) || null,
    labelId: text(details.labelId) || null,
    batch: text(details.batch),
    unit: details.unit as "g",
    route: (text(details.route) || null) as "feed" | null,
    doses: (details.doses ?? []) as Dose[],
    prescriber: text(details.prescriber),
    prescriptionNumber: text(details.prescriptionNumber),
    appliedBy: text(details.appliedBy),
  };
};

export type Test = ReturnType<typeof testOf>;
export const testOf = (record: SiteRecord) => {
  const details = detailsOf(record);
  return {
    id: record.id,
    occurredAt: record.occurredAt,
    species: record.species,
    test: details.test as "quick",
    passed: details.passed === true,
    items: (details.items ?? []) as Item[],
    laboratory: text(details.laboratory),
    reportNumber: text(details.reportNumber),
    hasReport: record.reportId !== null,
  };
};

export type Line = ReturnType<typeof lineOf>;
/** Everything that is neither treatment nor test: what the production record lists. */
export const lineOf = (record: SiteRecord) => {
  const { id, kind, occurredAt, species, count, massG, meanG, purpose, feed, fromOn, toOn } = record;
  const details = detailsOf(record);
  return {
    ...{ id, kind, occurredAt, species, count, massG, meanG, purpose, feed, fromOn, toOn },
    ...{ by: record.accountName, onBehalf: record.onBehalf },
    /** as it was typed: product, supplier, number of the certificate, receiver, cause */
    typed: ["product", "amount", "supplier", "certificateNumber", "receiver", "buyer", "gear"]
      .map((name) => text(details[name]))
      .concat(record.note ?? "")
      .filter(Boolean),
  };
};
