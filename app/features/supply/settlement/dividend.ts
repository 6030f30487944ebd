import { roundHalfUp } from "../../production/ledger/amount.ts";
import { shareOut } from "../../production/ledger/shares.ts";

/** 分红: thousandths of what the agreement names as its basis; of a loss there is none. */
export const dividendOf = (basisFen: number, permille: number) =>
  roundHalfUp((Math.max(0, basisFen) * permille) / 1000);

/** A dividend among those who hold shares, to the fen; by largest remainder, so that nothing is left and nothing invented. */
export function shareDividend<Holder extends { shares: number }>(
  amountFen: number,
  holders: readonly Holder[],
) {
  const parts = shareOut(
    amountFen,
    holders.map(({ shares }) => shares),
  );
  return holders.map((holder, index) => ({ ...holder, amountFen: parts[index] as number }));
}
