import { program } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { insertIncome } from "#app/features/supply/income/queries/write-income.server.ts";
import { draftSettlement } from "#app/features/supply/settlement/draft.server.ts";
import { silenceDays } from "#app/features/supply/settlement/kinds.ts";
import { answerSettlement } from "#app/features/supply/settlement/queries/answer-settlement.server.ts";
import { insertPayment } from "#app/features/supply/settlement/queries/payments.server.ts";
import { insertSettlement } from "#app/features/supply/settlement/queries/write-settlement.server.ts";
import { noFacts } from "#app/features/supply/settlement/reckon.ts";
import { addDays } from "#app/i18n/day.ts";
import type { Trx } from "#db/connection.server.ts";
import { beginningOf } from "./plan/ids.ts";
import type { SamplePlan } from "./plan/plan-sample.ts";
import type { PlannedSettlement } from "./plan/supply/settlements.ts";
import { viewerOf } from "./play-production.server.ts";

/** Each statement is written by the buyer, answered by the supplier and paid, each on its day; then what came to villages. */
export async function playSettlements(plan: SamplePlan, trx: Trx) {
  const { id: allianceId, sampleAsOf } = plan.alliance;
  const as = (organizationId: string, day: string): Writer => ({
    viewer: { ...viewerOf(plan, organizationId), allianceId },
    now: beginningOf(day),
  });
  for (const settlement of plan.settlements) await playOne(settlement, as, trx);
  await insertIncome(program(allianceId, beginningOf(sampleAsOf)), plan.income, trx);
}

async function playOne(
  { id, agreementId, supplierId, buyerId, fromOn, toOn, writtenOn, answer, payment }: PlannedSettlement,
  as: (organizationId: string, day: string) => Writer,
  trx: Trx,
) {
  const writer = as(buyerId, writtenOn);
  const period = { fromOn, toOn, correctsId: null };
  const draft = { period, facts: noFacts, today: writtenOn };
  const { reckoned } = await draftSettlement(writer.viewer, agreementId, draft, trx);
  const silenceConfirmsOn = addDays(writtenOn, silenceDays);
  const seenFen = reckoned.totalFen;
  await insertSettlement(
    writer,
    { id, agreementId, ...period, silenceConfirmsOn, facts: noFacts, seenFen },
    trx,
  );
  if (answer) {
    const { reason } = answer;
    const seq = reckoned.lines.find(({ kind }) => kind === "fish")?.seq;
    const said =
      reason && seq ? ({ answer: "disputed", seq, reason } as const) : ({ answer: "confirmed" } as const);
    await answerSettlement(as(supplierId, answer.on), { id: answer.id, settlementId: id, ...said }, trx);
  }
  if (payment)
    await insertPayment(
      as(buyerId, payment.on),
      { id: payment.id, settlementId: id, paidOn: payment.on, amountFen: reckoned.payableFen, note: null },
      trx,
    );
}
