import { IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import { refuseFuture } from "../../../members/refuse-future.ts";
import { NotAllowed } from "../../../production/errors.ts";
import { canAdvance } from "../../access.ts";
import { auditSettlement } from "./audit-settlement.server.ts";
import { lockSettlement } from "./lock-agreement.server.ts";

export type NewPayment = {
  id: string;
  settlementId: string;
  paidOn: string;
  amountFen: number;
  note: string | null;
};

/** What the buyer paid of a statement; never more than is to be paid. The same again is passed over. */
export function insertPayment(writer: Writer, payment: NewPayment, outer?: Trx) {
  refuseFuture(writer, "paidOn", payment.paidOn);
  return write(writer, { ...payment, reversesId: null }, outer);
}

/** Takes a payment back by a row of its own: what was written stays. Only once. */
export function reversePayment(
  writer: Writer,
  reversal: { id: string; settlementId: string; reversesId: string; note: string },
  outer?: Trx,
) {
  return inTransaction(async (trx) => {
    const reversed = await trx
      .selectFrom("payment")
      .select(["paidOn", "amountFen", "reversesId"])
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("settlementId", "=", reversal.settlementId)
      .where("id", "=", reversal.reversesId)
      .executeTakeFirst();
    if (!reversed) throw new Missing();
    if (reversed.reversesId !== null) throw new Refused("note", "supply:error.reversal");
    const { paidOn, amountFen } = reversed;
    await write(writer, { ...reversal, paidOn, amountFen: -amountFen }, trx);
  }, outer);
}

const write = (writer: Writer, row: NewPayment & { reversesId: string | null }, outer?: Trx) =>
  inTransaction(async (trx) => {
    const { viewer, now } = writer;
    const { settlement, agreement } = await lockSettlement(viewer, row.settlementId, trx);
    if (!canAdvance(viewer, agreement)) throw new NotAllowed();
    const paid = await trx
      .selectFrom("payment")
      .select(["id", "settlementId", "paidOn", "amountFen", "note", "reversesId"])
      .where("allianceId", "=", viewer.allianceId)
      .where(({ or, eb }) => or([eb("settlementId", "=", row.settlementId), eb("id", "=", row.id)]))
      .execute();
    const there = paid.find(({ id }) => id === row.id);
    if (there) {
      const { id, settlementId, paidOn, amountFen, note, reversesId } = row;
      const same = { id, settlementId, paidOn, amountFen, note, reversesId };
      if (JSON.stringify(there) !== JSON.stringify(same)) throw new IdTaken();
      return;
    }
    if (row.reversesId && paid.some(({ reversesId }) => reversesId === row.reversesId))
      throw new Refused("note", "supply:error.reversal");
    const sum = paid.reduce((total, { amountFen }) => total + amountFen, row.amountFen);
    if (sum > settlement.payableFen) throw new Refused("amountFen", "settlement:error.tooMuch");
    await trx
      .insertInto("payment")
      .values({ ...row, allianceId: viewer.allianceId, writtenAt: now, writtenByName: viewer.name })
      .execute();
    const { id, code } = settlement;
    const action = row.reversesId ? "settlement.reversed" : "settlement.paid";
    const { paidOn, note } = row;
    await auditSettlement(writer, { ...agreement, id, code }, action, { paidOn, note }, trx);
  }, outer);

/** What was paid of a statement that the viewer has found, the earliest first. */
export const listPayments = ({ allianceId }: Viewer, settlementId: string, db: Db = database) =>
  db
    .selectFrom("payment")
    .leftJoin("payment as reversal", (join) =>
      join
        .onRef("reversal.allianceId", "=", "payment.allianceId")
        .onRef("reversal.reversesId", "=", "payment.id"),
    )
    .select([
      "payment.id",
      "payment.paidOn",
      "payment.amountFen",
      "payment.note",
      "payment.reversesId",
      "payment.writtenByName",
      "reversal.id as reversedBy",
    ])
    .where("payment.allianceId", "=", allianceId)
    .where("payment.settlementId", "=", settlementId)
    .orderBy("payment.paidOn")
    .orderBy("payment.id")
    .limit(200)
    .execute();
export type Payment = Awaited<ReturnType<typeof listPayments>>[number];
