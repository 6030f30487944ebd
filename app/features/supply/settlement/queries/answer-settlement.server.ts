import { IdTaken, Refused } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { NotAllowed } from "../../../production/errors.ts";
import { sideOf } from "../../access.ts";
import { auditSettlement } from "./audit-settlement.server.ts";
import { findLastSettlement } from "./last-settlement.server.ts";
import { lockSettlement } from "./lock-agreement.server.ts";

export type NewAnswer = { id: string; settlementId: string } & (
  | { answer: "confirmed" }
  | { answer: "disputed"; seq: number; reason: string }
);

/** A side says yes, or which line it does not agree with. A dispute can still become a yes, a yes stays. */
export function answerSettlement(writer: Writer, { id, settlementId, ...said }: NewAnswer, outer?: Trx) {
  return inTransaction(async (trx) => {
    const { viewer, now } = writer;
    const { settlement, agreement } = await lockSettlement(viewer, settlementId, trx);
    const side = sideOf(viewer, agreement);
    if (!side) throw new NotAllowed();
    const row = {
      ...{ settlementId, side, answer: said.answer },
      ...(said.answer === "disputed" ? { seq: said.seq, reason: said.reason } : { seq: null, reason: null }),
    };
    const answers = await trx
      .selectFrom("settlementAnswer")
      .select(["id", "settlementId", "side", "answer", "seq", "reason"])
      .where("allianceId", "=", viewer.allianceId)
      .where(({ or, eb }) => or([eb("settlementId", "=", settlementId), eb("id", "=", id)]))
      .orderBy("answeredAt")
      .orderBy("id")
      .execute();
    const there = answers.find((one) => one.id === id);
    if (there) {
      if (JSON.stringify(there) !== JSON.stringify({ id, ...row })) throw new IdTaken();
      return;
    }
    const mine = answers.findLast((one) => one.side === side);
    if (mine?.answer === "confirmed") {
      if (said.answer === "confirmed") return;
      throw new Refused("seq", "settlement:error.confirmed");
    }
    const today = chinaDay(now);
    const last = await findLastSettlement(viewer, { agreementId: agreement.id, today }, trx);
    const isDisputed = said.answer === "disputed";
    if (isDisputed && mine === undefined && settlement.silenceConfirmsOn <= today)
      throw new Refused("seq", "settlement:error.silent");
    // A correction holds the lines anew: it is the one to answer.
    if (isDisputed && last?.id !== settlementId) throw new Refused("seq", "settlement:error.notLast");
    if (isDisputed) await assertLine(writer, { settlementId, seq: said.seq }, trx);
    await trx
      .insertInto("settlementAnswer")
      .values({ ...row, id, allianceId: viewer.allianceId, answeredAt: now, accountName: viewer.name })
      .execute();
    const after = isDisputed ? { reason: said.reason } : {};
    const { code } = settlement;
    await auditSettlement(
      writer,
      { ...agreement, id: settlementId, code },
      `settlement.${said.answer}`,
      after,
      trx,
    );
  }, outer);
}

async function assertLine(
  { viewer }: Writer,
  { settlementId, seq }: { settlementId: string; seq: number },
  trx: Trx,
) {
  const line = await trx
    .selectFrom("settlementLine")
    .select("kind")
    .where("allianceId", "=", viewer.allianceId)
    .where("settlementId", "=", settlementId)
    .where("seq", "=", seq)
    .executeTakeFirst();
  if (!line) throw new Refused("seq", "error.required");
}
