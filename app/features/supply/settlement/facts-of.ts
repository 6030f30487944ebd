import type { FoundSettlement, SettlementLine } from "./queries/settlements.server.ts";
import type { Facts } from "./reckon.ts";

/** What was typed into a statement, for the one that corrects it; what a side disputes since is disputed there. */
export function factsOf(lines: readonly SettlementLine[], answers: FoundSettlement["answers"]): Facts {
  const standing = (["supplier", "buyer"] as const).flatMap(
    (side) => answers.findLast((one) => one.side === side) ?? [],
  );
  const why = (line: SettlementLine) => {
    const of = (one: SettlementLine) =>
      one.disputed ?? standing.find(({ answer, seq }) => answer === "disputed" && seq === one.seq)?.reason;
    // Fish and their reward are one delivery.
    return (
      lines.filter(({ sourceId }) => sourceId === line.sourceId).flatMap((one) => of(one) ?? [])[0] ?? null
    );
  };
  const isRewarded = (id: string) => lines.some(({ kind, sourceId }) => kind === "reward" && sourceId === id);
  return {
    receipts: lines.flatMap((line) => {
      const { kind, sourceId: id, marketFen, costFen } = line;
      if (kind !== "fish" || id === null) return [];
      return [{ id, marketFen, costFen, isRewarded: isRewarded(id), disputed: why(line) }];
    }),
    advances: lines.flatMap((line) =>
      ["fry", "feed", "drug", "service", "money"].includes(line.kind) && line.sourceId !== null
        ? [{ id: line.sourceId, disputed: why(line) }]
        : [],
    ),
    deductions: lines.flatMap(({ kind, sourceId: id, onDay: on, amountFen, reason }) =>
      kind === "deduction" && id !== null && on !== null
        ? [{ id, on, amountFen: -amountFen, reason: reason ?? "" }]
        : [],
    ),
  };
}
