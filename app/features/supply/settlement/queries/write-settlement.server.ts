import { IdTaken, Refused } from "#app/audit/errors.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { addDays, chinaDay } from "#app/i18n/day.ts";
import { insertRows } from "#db/insert-rows.server.ts";
import { refuseFuture } from "../../../members/refuse-future.ts";
import { NotAllowed } from "../../../production/errors.ts";
import { canWrite, sideOf } from "../../access.ts";
import { draftSettlement, type Period } from "../draft.server.ts";
import { silenceDaysAtLeast } from "../kinds.ts";
import type { Facts, Reckoned } from "../reckon.ts";
import { auditSettlement } from "./audit-settlement.server.ts";
import { lockAgreement } from "./lock-agreement.server.ts";

export type NewSettlement = Period & {
  id: string;
  agreementId: string;
  silenceConfirmsOn: string;
  facts: Facts;
  /** the total that was shown to whoever writes; another now: something came in between */
  seenFen: number;
};

/**
 * Writes a statement with its lines, reckoned anew under the agreement's lock, so that what stands on one can't come
 * onto another. Whoever writes it for a side has answered for it. The same again is passed over.
 */
export function insertSettlement(writer: Writer, { facts, ...said }: NewSettlement, outer?: Trx) {
  return inTransaction(async (trx) => {
    const { viewer, now } = writer;
    const agreement = await lockAgreement(viewer, said.agreementId, trx);
    if (!canWrite(viewer, agreement)) throw new NotAllowed();
    if (await isThere(viewer, said, trx)) return;
    if (agreement.state === "proposed") throw new Refused("fromOn", "supply:error.notConfirmed");
    assertDays(writer, said);
    const { fromOn, toOn, correctsId } = said;
    const today = chinaDay(now);
    const period = { fromOn, toOn, correctsId };
    const { last, reckoned } = await draftSettlement(viewer, agreement.id, { period, facts, today }, trx);
    if (reckoned.lines.length === 0) throw new Refused("toOn", "settlement:error.nothing");
    if (reckoned.totalFen !== said.seenFen) throw new Refused("", "settlement:error.movedOn");
    const number = (last?.number ?? 0) + 1;
    const code = `${agreement.code}-${number}`;
    await writeRows(
      writer,
      { ...said, number, code },
      reckoned,
      {
        ...{ carriedFen: (correctsId ? last?.carriedFen : last?.carriedOverFen) ?? 0 },
        ...{ beforeFen: correctsId && last ? last.beforeFen + last.payableFen : 0 },
      },
      trx,
    );
    const side = sideOf(viewer, agreement);
    if (side)
      await trx
        .insertInto("settlementAnswer")
        .values({
          // It came with the statement and needs no id of its own.
          ...{ allianceId: viewer.allianceId, id: said.id, settlementId: said.id, side },
          ...{ answer: "confirmed", answeredAt: now, accountName: viewer.name },
        })
        .execute();
    const action = correctsId ? "settlement.corrected" : "settlement.written";
    await auditSettlement(writer, { ...agreement, id: said.id, code }, action, { fromOn, toOn }, trx);
  }, outer);
}

/** Nobody settles what is not over yet, nor takes silence for a yes before there was time to answer. */
function assertDays(writer: Writer, { toOn, silenceConfirmsOn }: Omit<NewSettlement, "facts">) {
  refuseFuture(writer, "toOn", toOn);
  if (silenceConfirmsOn < addDays(chinaDay(writer.now), silenceDaysAtLeast))
    throw new Refused(
      "silenceConfirmsOn",
      `settlement:error.tooSoon|${JSON.stringify({ days: silenceDaysAtLeast })}`,
    );
}

async function isThere({ allianceId }: Viewer, said: Omit<NewSettlement, "facts">, trx: Trx) {
  const there = await trx
    .selectFrom("settlement")
    .select(["agreementId", "fromOn", "toOn", "correctsId", "silenceConfirmsOn", "totalFen"])
    .where("allianceId", "=", allianceId)
    .where("id", "=", said.id)
    .executeTakeFirst();
  if (!there) return false;
  const { agreementId, fromOn, toOn, correctsId, silenceConfirmsOn, seenFen: totalFen } = said;
  const same = { agreementId, fromOn, toOn, correctsId, silenceConfirmsOn, totalFen };
  if (JSON.stringify(there) !== JSON.stringify(same)) throw new IdTaken();
  return true;
}

async function writeRows(
  { viewer, now }: Writer,
  { seenFen: _, ...said }: Omit<NewSettlement, "facts"> & { number: number; code: string },
  { lines, totalFen, payableFen, carriedFen: carriedOverFen, disputedFen }: Reckoned,
  before: { carriedFen: number; beforeFen: number },
  trx: Trx,
) {
  const { allianceId } = viewer;
  await trx
    .insertInto("settlement")
    .values({
      ...{ ...said, ...before, allianceId, totalFen, payableFen, carriedOverFen, disputedFen },
      ...{ writtenAt: now, writtenByName: viewer.name },
    })
    .execute();
  await insertRows(
    "settlementLine",
    lines.map(({ on: onDay, ...line }) => ({ ...line, allianceId, settlementId: said.id, onDay })),
    trx,
  );
}
