/**
 * What a lot is: young fish for stocking; fish in a pond; the years of an open water together; caught fish; what is on
 * the way; what a plant made of fish.
 */
export const lotForms = ["fry", "farmed", "standing", "harvest", "transit", "goods"] as const;
export type LotForm = (typeof lotForms)[number];

/** Forms that swim: they are fed, treated, sampled, and count the days of a withdrawal. */
export const isAlive = (form: LotForm) => form === "fry" || form === "farmed" || form === "standing";

/** What fish are taken out for; the gate asks for it. */
export const purposes = ["food", "rearing", "disposal"] as const;
export type Purpose = (typeof purposes)[number];

export const feeds = ["compound", "fodder"] as const;
export type Feed = (typeof feeds)[number];

/** Why an entry changes a lot. `recruit`: fish that come in from outside the ledger; `out`: fish that leave it. */
export type Reason = "move" | "growth" | "shrink" | "loss" | "adjust" | "recruit" | "out";

/** What a list of lots can be narrowed to beside form, species and place. */
export const lotStates = ["ready", "unweighed", "withheld", "empty"] as const;
