import type { Sources } from "./queries/gather-sources.server.ts";
import type { LastSettlement } from "./queries/last-settlement.server.ts";
import { type Account, type Deduction, settle } from "./settle.ts";

/** What a form adds to a receipt. */
export type ReceiptFacts = {
  id: string;
  marketFen: number | null;
  costFen: number | null;
  isRewarded: boolean;
  disputed: string | null;
};
export type Facts = {
  receipts: readonly ReceiptFacts[];
  /** advances that are disputed, and why */
  advances: readonly { id: string; disputed: string | null }[];
  deductions: readonly Omit<Deduction, "disputed">[];
};
export const noFacts: Facts = { receipts: [], advances: [], deductions: [] };

/** The account of a statement: what was gathered, what the form adds, what stood before. */
export function accountOf(
  { versions, receipts, advances }: Sources,
  facts: Facts,
  { last, isCorrection }: { last: LastSettlement | undefined; isCorrection: boolean },
): Account {
  const ofReceipt = new Map(facts.receipts.map((one) => [one.id, one]));
  const ofAdvance = new Map(facts.advances.map((one) => [one.id, one]));
  return {
    versions,
    deliveries: receipts.map(({ id, on, acceptedG, deadG }) => {
      const said = ofReceipt.get(id);
      return {
        ...{ id, on, acceptedG, deadG, marketFen: said?.marketFen ?? null, costFen: said?.costFen ?? null },
        ...{ isRewarded: said?.isRewarded ?? false, disputed: said?.disputed ?? undefined },
      };
    }),
    given: advances.map(({ id, on, kind, amountFen }) => ({
      ...{ id, on, kind, amountFen, disputed: ofAdvance.get(id)?.disputed ?? undefined },
    })),
    deductions: facts.deductions,
    carriedFen: (isCorrection ? last?.carriedFen : last?.carriedOverFen) ?? 0,
    // A correction of a correction: what both said is to be paid stays to be paid.
    beforeFen: isCorrection && last ? last.beforeFen + last.payableFen : 0,
  };
}

/** A statement's lines and sums, each line with the facts it rests on. */
export function reckon(account: Account) {
  const statement = settle(account);
  const deliveries = new Map(account.deliveries.map((one) => [one.id, one]));
  const reasons = new Map(account.deductions.map(({ id, reason }) => [id, reason]));
  const lines = statement.lines.map((line, index) => {
    const delivery = line.kind === "fish" && line.sourceId ? deliveries.get(line.sourceId) : undefined;
    return {
      ...line,
      seq: index + 1,
      marketFen: delivery?.marketFen ?? null,
      costFen: delivery?.costFen ?? null,
      reason: line.kind === "deduction" && line.sourceId ? (reasons.get(line.sourceId) ?? "") : null,
    };
  });
  return { ...statement, lines };
}
export type Reckoned = ReturnType<typeof reckon>;
