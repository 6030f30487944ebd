import type { FoundSettlement, SettlementLine } from "./queries/settlements.server.ts";

const decimal = (value: number | null, divisor: number) => (value === null ? null : String(value / divisor));

/** The lines of a statement as a workbook keeps them, and the sum beneath. */
export async function* settlementRows({ totalFen }: FoundSettlement, lines: readonly SettlementLine[]) {
  for (const line of lines)
    yield {
      number: String(line.seq),
      kind: line.kind as string,
      day: line.onDay,
      source: line.shipmentCode,
      jin: decimal(line.massG, 500),
      kg: decimal(line.massG, 1000),
      perJin: decimal(line.fenPerKg, 200),
      perKg: decimal(line.fenPerKg, 100),
      amount: decimal(line.amountFen, 100),
      disputed: line.disputed,
      note: line.reason ?? line.advanceNote,
    };
  yield { kind: "total", amount: decimal(totalFen, 100) };
}
