import { sql } from "kysely";
import { Missing } from "#app/audit/errors.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, type Trx } from "#app/database.server.ts";
import { insertRows } from "#db/insert-rows.server.ts";
import { visibleProduction } from "../visible.server.ts";

export type Waiting = {
  id: string;
  kind: string;
  siteId: string;
  occurredAt: Date;
  onBehalf: boolean;
  body: Record<string, unknown>;
  bodyHash: string;
  reason: "short" | "uneven" | "withheld" | "refused";
  lotId: string | null;
  shortAt: Date | null;
  shortCount: number | null;
  shortMassG: number | null;
  message: string | null;
};

/** Keeps what was typed and can't be booked. */
export async function insertPending({ viewer, now }: Writer, rows: Waiting[], trx: Trx) {
  const { allianceId, userId, name, role } = viewer;
  await insertRows(
    "pendingEvent",
    rows.map((row) => ({
      ...row,
      allianceId,
      recordedAt: now,
      accountId: /^0{8}-/.test(userId) ? null : userId,
      accountName: name,
      accountRole: role,
    })),
    trx,
  );
}

const waiting = (viewer: Viewer, db: Db) =>
  db
    .selectFrom("pendingEvent")
    .innerJoin("site", (join) =>
      join
        .onRef("site.allianceId", "=", "pendingEvent.allianceId")
        .onRef("site.id", "=", "pendingEvent.siteId"),
    )
    .leftJoin("lot", (join) =>
      join.onRef("lot.allianceId", "=", "pendingEvent.allianceId").onRef("lot.id", "=", "pendingEvent.lotId"),
    )
    .where(visibleProduction(viewer))
    .where("pendingEvent.settledAt", "is", null);

/** What waits to be settled, the oldest first. */
export const listPending = (viewer: Viewer, { limit }: { limit: number }, db: Db = database) =>
  waiting(viewer, db)
    .selectAll("pendingEvent")
    .select([
      "site.name as siteName",
      "site.code as siteCode",
      "site.operatorId",
      "site.townCode",
      "lot.code as lotCode",
    ])
    .orderBy("pendingEvent.recordedAt")
    .limit(limit)
    .execute();

export async function countPending(viewer: Viewer, db: Db = database) {
  const { count } = await waiting(viewer, db)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export const findPending = (viewer: Viewer, id: string, db: Db = database) =>
  waiting(viewer, db)
    .selectAll("pendingEvent")
    .select(["site.operatorId", "site.townCode", "site.code as siteCode"])
    .where("pendingEvent.id", "=", id)
    .executeTakeFirst();

/** Settles what waits: booked after all, or dropped with a reason; the row stays. */
export async function settlePending(
  { viewer, now }: Writer,
  { id, outcome, note }: { id: string; outcome: "booked" | "dropped"; note: string | null },
  trx: Trx,
) {
  const { numUpdatedRows } = await trx
    .updateTable("pendingEvent")
    .set({ settledAt: now, settledByName: viewer.name, outcome, outcomeNote: note })
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", id)
    .where("settledAt", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Missing();
}

/** Locks a waiting event, so that two officers settle it once. */
export async function lockPending(viewer: Viewer, id: string, trx: Trx) {
  const row = await trx
    .selectFrom("pendingEvent")
    .select(["id", "body", sql<string>`'\\x' || encode(body_hash, 'hex')`.as("hash")])
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", id)
    .where("settledAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing();
  return row;
}
