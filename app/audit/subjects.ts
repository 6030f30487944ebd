/** What the audit log follows. */
export const subjectKinds = [
  "organization",
  "membership",
  "partnership",
  "contact",
  "household",
  "site",
  "permit",
  "event",
  "checklist",
  "inspection",
  "hazard",
  "hold",
  "breach",
  "purchase",
  "alarm",
  "device",
  "import",
  "account",
  "token",
  "alliance",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];
