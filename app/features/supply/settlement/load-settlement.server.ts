import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "#app/auth/viewer.ts";
import { canAdvance, canWrite, sideOf } from "../access.ts";
import { listPayments } from "./queries/payments.server.ts";
import { type FoundSettlement, listSettlementLines } from "./queries/settlements.server.ts";

/** A statement with its lines and payments, and the forms that are open to the viewer. */
export async function loadSettlement(viewer: Viewer, settlement: FoundSettlement, today: string) {
  const [lines, payments] = await Promise.all([
    listSettlementLines(viewer, settlement.id),
    listPayments(viewer, settlement.id),
  ]);
  const side = sideOf(viewer, settlement);
  const mine = settlement.answers.findLast((one) => one.side === side)?.answer;
  const isOpen = side !== undefined && mine !== "confirmed" && settlement.standing !== "corrected";
  const mayDispute =
    isOpen && settlement.isLast && (mine === "disputed" || settlement.silenceConfirmsOn > today);
  const pays = canAdvance(viewer, settlement);
  const reversible = pays ? payments.filter((one) => !one.reversesId && !one.reversedBy) : [];
  return {
    ...{ settlement, lines, payments, today },
    may: {
      confirm: isOpen ? uuidv7() : undefined,
      dispute: mayDispute ? uuidv7() : undefined,
      pay: pays && settlement.paidFen < settlement.payableFen ? uuidv7() : undefined,
      correct: settlement.isLast && canWrite(viewer, settlement),
      reversals: Object.fromEntries(reversible.map(({ id }) => [id, uuidv7()])) as Record<string, string>,
    },
  };
}
