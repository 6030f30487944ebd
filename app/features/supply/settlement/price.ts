/** What an agreement pays: fen per kilogram, and what it takes off the scale's weight in thousandths. */
export type Price = {
  priceKind: "fixed" | "floor_market" | "cost_plus";
  /** The fixed price, the floor under the market's, or what is paid beyond the cost. */
  priceFen: number;
  rewardFen: number | null;
  waterPermille: number;
  deadPermille: number;
};

/** Nobody has said yet what the fish cost; nothing can be settled at cost until somebody does. */
export class CostMissing extends Error {
  constructor(readonly deliveryId: string) {
    super(`the cost of delivery ${deliveryId} is not known`);
  }
}

type Asked = { id: string; marketFen: number | null; costFen: number | null };

/** Fen for a kilogram. Where nobody knows the market's price the floor holds. */
export function fenPerKg({ priceKind, priceFen }: Price, { id, marketFen, costFen }: Asked) {
  if (priceKind === "fixed") return priceFen;
  if (priceKind === "floor_market") return Math.max(priceFen, marketFen ?? priceFen);
  if (costFen === null) throw new CostMissing(id);
  return costFen + priceFen;
}
