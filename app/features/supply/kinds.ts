export const agreementStates = ["proposed", "confirmed", "ended"] as const;
export type AgreementState = (typeof agreementStates)[number];

/** What is supplied: fry, living fish, caught fish, what a plant made. */
export const suppliedForms = ["fry", "farmed", "harvest", "goods"] as const;

/** Fixed; at least the floor 保底价, else the market's; what it cost and something on top. */
export const priceKinds = ["fixed", "floor_market", "cost_plus"] as const;

/** What the buyer gives beside the price. */
export const givenThings = ["fry", "feed", "technique", "purchase", "assets"] as const;

/** What a dividend is a share of. */
export const dividendBases = ["value", "profit", "assets"] as const;

/** 赊苗, 赊料, 赊药, services, 预付. */
export const advanceKinds = ["fry", "feed", "drug", "service", "money"] as const;

export const sides = ["supplier", "buyer"] as const;
export type Side = (typeof sides)[number];
