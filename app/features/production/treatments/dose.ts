export const doseUnits = ["g", "kg", "ml", "l", "bag", "bottle"] as const;
export type DoseUnit = (typeof doseUnits)[number];

/** How it was given: in the feed, over the pond, in a bath, by injection. */
export const routes = ["feed", "splash", "bath", "injection"] as const;
