export const itemResults = ["ok", "failed", "not_applicable"] as const;

/** How an inspection came out as a whole. */
export const inspectionResults = ["failed", "passed"] as const;

/** 一般隐患 and 重大隐患, as the law tells them apart. */
export const severities = ["general", "major"] as const;
export type Severity = (typeof severities)[number];

/** Found and not put right; put right and not yet checked; checked and closed 销号. */
export const hazardStatuses = ["open", "rectified", "closed"] as const;
export type HazardStatus = (typeof hazardStatuses)[number];

/** What the ledger is narrowed by; `done` is put right, whether checked or not. */
export const statusChoices = [...hazardStatuses, "done"] as const;

/** What is done about a hazard once it was found. */
export const stepKinds = ["rectified", "closed", "sent_back", "extended", "noted"] as const;
export type StepKind = (typeof stepKinds)[number];
