import type { NewIncome } from "#app/features/supply/income/queries/write-income.server.ts";
import { addDays } from "#app/i18n/day.ts";
import type { Context } from "../context.ts";
import type { PlannedAgreement } from "./agreements.ts";

/** Rent of last year to the villages that supply, and wages to a few of their households. */
export function planIncome(
  context: Context,
  households: readonly { organizationId: string; code: string }[],
  agreements: readonly PlannedAgreement[],
): NewIncome[] {
  const random = context.random.fork("income");
  const buyers = new Map(agreements.map(({ supplierId, buyerId }) => [supplierId, buyerId]));
  return [...buyers].flatMap(([organizationId, fromOrganizationId]) => {
    const own = households.filter((one) => one.organizationId === organizationId);
    const [first] = own;
    if (!first) return [];
    const row = (kind: NewIncome["kind"], householdCode: string | null, yuan: number) => ({
      ...{ id: context.nextId(), organizationId, householdCode, kind, fromOrganizationId, note: null },
      ...{ onDay: addDays(context.asOf, -random.integer(20, 300)), amountFen: yuan * 100 },
    });
    return [
      row("rent", null, random.integer(20, 90) * 100),
      row("wage", first.code, random.integer(12, 40) * 100),
      ...own.slice(1, random.integer(2, 5)).map(({ code }) => row("wage", code, random.integer(8, 40) * 100)),
    ];
  });
}
