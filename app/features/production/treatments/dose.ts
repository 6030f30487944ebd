export const doseUnits = ["g", "kg", "ml", "l", "bag", "bottle"] as const;
export type DoseUnit = (typeof doseUnits)[number];

/** Units in which a stock is kept: grams and millilitres, bags and bottles as they are. */
export function inStockUnit(amount: number, unit: DoseUnit): { amount: number; unit: DoseUnit } {
  if (unit === "kg") return { amount: amount * 1000, unit: "g" };
  if (unit === "l") return { amount: amount * 1000, unit: "ml" };
  return { amount, unit };
}

export type Dose = { on: string; amount: number };

/** How it was given: in the feed, over the pond, in a bath, by injection. */
export const routes = ["feed", "splash", "bath", "injection"] as const;
