/** Where a statement stands. A later one that corrects it comes first; one that is paid was agreed to. */
export const standings = ["corrected", "disputed", "waits", "silent", "confirmed", "paid"] as const;
export type Standing = (typeof standings)[number];

/** Days that a form proposes for an answer before silence confirms. */
export const silenceDays = 15;
/** Nobody's silence counts before this many days. */
export const silenceDaysAtLeast = 7;

/** Rows for deductions on the form of a statement. */
export const deductionsAtMost = 3;

/** Receipts, and advances, of one statement. */
export const sourcesAtMost = 300;
