/** How a stored value is read: a word of the messages, a measure, somebody's or something's name, or as it stands. */
type Meaning =
  | { as: "text" | "yesNo" | "name" | "instant" | "number" | "mu" }
  | { as: "word"; words: string }
  /** the same words for every value: what it is can't be shown in a line */
  | { as: "something"; words: string }
  | { as: "measure"; unit: "metre" | "cubicMetre" };
export type AuditedField = Meaning & { label: string };

export const text = (label: string): AuditedField => ({ label, as: "text" });
export const number = (label: string): AuditedField => ({ label, as: "number" });
export const name = (label: string): AuditedField => ({ label, as: "name" });
export const yesNo = (label: string): AuditedField => ({ label, as: "yesNo" });
export const mu = (label: string): AuditedField => ({ label, as: "mu" });
export const instant = (label: string): AuditedField => ({ label, as: "instant" });
export const word = (label: string, words: string): AuditedField => ({ label, as: "word", words });
export const measure = (label: string, unit: "metre" | "cubicMetre"): AuditedField => ({
  label,
  as: "measure",
  unit,
});
