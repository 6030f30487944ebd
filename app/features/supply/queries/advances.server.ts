import { IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import { changedFields } from "#app/audit/write.server.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import { refuseFuture } from "../../members/refuse-future.ts";
import type { advanceKinds } from "../kinds.ts";
import { paid, visibleSupply } from "../visible.server.ts";
import { auditAgreement } from "./audit-agreement.server.ts";

type NewAdvance = {
  id: string;
  agreementId: string;
  kind: (typeof advanceKinds)[number];
  givenOn: string;
  count: number | null;
  massG: number | null;
  amountFen: number;
  note: string | null;
};

/** What was given on credit under agreements. The same again is passed over. */
export function insertAdvances(writer: Writer, advances: NewAdvance[], outer?: Trx) {
  return inTransaction(async (trx) => {
    for (const { givenOn } of advances) refuseFuture(writer, "givenOn", givenOn);
    for (const advance of advances)
      await insertOne(writer, { ...advance, reversesId: null }, "agreement.advanced", trx);
  }, outer);
}

/** Takes an advance back by a row of its own: what was written stays. Only once. */
export function reverseAdvance(
  writer: Writer,
  {
    id,
    agreementId,
    reversesId,
    note,
  }: { id: string; agreementId: string; reversesId: string; note: string },
) {
  return inTransaction(async (trx) => {
    const reversed = await trx
      .selectFrom("advance")
      .select(["kind", "givenOn", "count", "massG", "amountFen", "reversesId"])
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("agreementId", "=", agreementId)
      .where("id", "=", reversesId)
      .executeTakeFirst();
    if (!reversed) throw new Missing();
    if (reversed.reversesId !== null) throw new Refused("note", "supply:error.reversal");
    const row = { ...reversed, id, agreementId, reversesId, note, amountFen: -reversed.amountFen };
    await insertOne(writer, row, "agreement.reversed", trx);
  });
}

type Row = NewAdvance & { reversesId: string | null };

async function insertOne({ viewer, now }: Writer, row: Row, action: string, trx: Trx) {
  const { allianceId } = viewer;
  const agreement = await trx
    .selectFrom("agreement")
    .select(["id", "code", "supplierId", "buyerId", "state"])
    .where(visibleSupply(viewer, "agreement"))
    .where("id", "=", row.agreementId)
    .forUpdate()
    .executeTakeFirst();
  if (!agreement) throw new Missing();
  const there = await trx
    .selectFrom("advance")
    .selectAll()
    .where("allianceId", "=", allianceId)
    .where(({ or, eb }) =>
      or([eb("id", "=", row.id), ...(row.reversesId ? [eb("reversesId", "=", row.reversesId)] : [])]),
    )
    .executeTakeFirst();
  if (there && there.id !== row.id) throw new Refused("note", "supply:error.reversal");
  if (there) {
    if (changedFields<Record<string, unknown>>(there, row).fields.length > 0) throw new IdTaken();
    return;
  }
  if (agreement.state === "proposed") throw new Refused("kind", "supply:error.notConfirmed");
  await trx
    .insertInto("advance")
    .values({ ...row, allianceId, writtenAt: now, writtenByName: viewer.name })
    .execute();
  const { kind: advanceKind, givenOn, note } = row;
  await auditAgreement({ viewer, now }, agreement, action, { advanceKind, givenOn, note }, trx);
}

/** What was given under an agreement that the viewer has found, the newest first. */
export const listAdvances = (viewer: Viewer, agreementId: string, db: Db = database) =>
  db
    .selectFrom("advance")
    .leftJoin("advance as reversal", (join) =>
      join
        .onRef("reversal.allianceId", "=", "advance.allianceId")
        .onRef("reversal.reversesId", "=", "advance.id"),
    )
    .select([
      "advance.id",
      "advance.kind",
      "advance.givenOn",
      "advance.count",
      "advance.massG",
      "advance.note",
      "advance.reversesId",
      "advance.writtenByName",
      "reversal.id as reversedBy",
    ])
    .select(paid<number | null>(viewer, "advance.amountFen").as("amountFen"))
    .where("advance.allianceId", "=", viewer.allianceId)
    .where("advance.agreementId", "=", agreementId)
    .orderBy("advance.givenOn", "desc")
    .orderBy("advance.id", "desc")
    .limit(500)
    .execute();
export type Advance = Awaited<ReturnType<typeof listAdvances>>[number];
