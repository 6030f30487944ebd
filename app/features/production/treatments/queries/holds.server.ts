import { type SqlBool, sql } from "kysely";
import { Missing } from "#app/audit/errors.ts";
import { recordAudit } from "#app/audit/write.server.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import type { HoldKind } from "../../ledger/marks.ts";
import { retrying } from "../../queries/retrying.server.ts";
import { visibleProduction } from "../../visible.server.ts";

const heldLots = (viewer: Viewer, db: Db | Trx) =>
  db
    .selectFrom("lotHold as hold")
    .innerJoin("lot", (join) =>
      join.onRef("lot.allianceId", "=", "hold.allianceId").onRef("lot.id", "=", "hold.lotId"),
    )
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "lot.allianceId").onRef("site.id", "=", "lot.siteId"),
    )
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .where(visibleProduction(viewer));

const holdColumns = [
  "hold.originId",
  "hold.kind",
  "hold.reason",
  "hold.placedAt",
  "hold.placedByName",
  "hold.liftedAt",
  "hold.liftedByName",
  "hold.liftReason",
  "hold.eventId",
  "lot.id as lotId",
  "lot.code as lotCode",
  "lot.form",
  "lot.species",
  "lot.massG",
  "site.id as siteId",
  "site.name as siteName",
  "operator.name as operatorName",
] as const;

/** Holds that are not lifted, on lots with fish or goods left, the newest first. */
export const listHolds = (
  viewer: Viewer,
  { siteId, after, limit }: { siteId?: string; after?: string[]; limit: number },
  db: Db = database,
) =>
  heldLots(viewer, db)
    .select(holdColumns)
    .where("hold.liftedAt", "is", null)
    .where("lot.massG", ">", 0)
    .$if(siteId !== undefined, (query) => query.where("lot.siteId", "=", siteId as string))
    .$if(after !== undefined, (query) => {
      const [placedAt, lotId, kind, originId] = after ?? [];
      return query.where(
        sql<SqlBool>`(hold.placed_at, hold.lot_id, hold.kind, hold.origin_id)
          < (${placedAt}::timestamptz, ${lotId}::uuid, ${kind}, ${originId}::uuid)`,
      );
    })
    .orderBy("hold.placedAt", "desc")
    .orderBy("hold.lotId", "desc")
    .orderBy("hold.kind", "desc")
    .orderBy("hold.originId", "desc")
    .limit(limit)
    .execute();
export type Held = Awaited<ReturnType<typeof listHolds>>[number];

/** Every lot of one hold: where it began and what came of it. */
export const findHold = (
  viewer: Viewer,
  { originId, kind }: { originId: string; kind: HoldKind },
  db: Db | Trx = database,
) =>
  heldLots(viewer, db)
    .select(holdColumns)
    .select(["site.operatorId"])
    .where("hold.originId", "=", originId)
    .where("hold.kind", "=", kind)
    .orderBy("hold.fromAt")
    .orderBy("hold.lotId")
    .limit(200)
    .execute();

/** The lot an inspector is about to hold. */
export const findLotToHold = (viewer: Viewer, lotId: string, db: Db | Trx = database) =>
  db
    .selectFrom("lot")
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "lot.allianceId").onRef("site.id", "=", "lot.siteId"),
    )
    .where(visibleProduction(viewer))
    .where("lot.id", "=", lotId)
    .select(["lot.id", "lot.code", "lot.siteId", "site.name as siteName", "site.operatorId"])
    .executeTakeFirst();

/**
 * Holds a lot from now on, and all that ever came from it. The same id again is the same hold. Throws Missing for a lot
 * the writer does not know.
 */
export function placeHold(
  writer: Writer,
  { id, lotId, reason }: { id: string; lotId: string; reason: string },
  outer?: Trx,
) {
  const { viewer, now } = writer;
  const place = async (trx: Trx) => {
    const lot = await findLotToHold(viewer, lotId, trx);
    if (!lot) throw new Missing();
    const lotIds = await lockLineage(viewer.allianceId, lotId, trx);
    const { numAffectedRows } = await sql`
      insert into lot_hold (alliance_id, lot_id, origin_id, event_id, kind, reason, from_at, placed_at, placed_by_name)
      select ${viewer.allianceId}, id, ${id}, null, 'inspector', ${reason}, ${now}, ${now}, ${viewer.name}
      from unnest(${lotIds}::uuid[]) as id on conflict do nothing`.execute(trx);
    if (!numAffectedRows) return;
    await recordAudit(
      writer,
      [
        {
          ...{ action: "hold.placed", subjectKind: "hold", subjectId: id, subjectLabel: lot.code },
          organizationId: lot.operatorId,
          after: { kind: "inspector", reason, lots: lotIds.length },
        },
      ],
      trx,
    );
  };
  return outer ? place(outer) : retrying(() => inTransaction(place));
}

/** Locks a lot and its descendants; while the locks are waited for there may come more, until there are none. */
async function lockLineage(allianceId: string, lotId: string, trx: Trx) {
  for (let known: string[] = []; ; ) {
    const { rows } = await sql<{ id: string }>`
      with recursive line (id) as (
        select ${lotId}::uuid
        union select child_id from lot_link join line on parent_id = line.id where alliance_id = ${allianceId}
      ) select id from line order by id`.execute(trx);
    const ids = rows.map(({ id }) => id);
    if (ids.length === known.length) return ids;
    await trx
      .selectFrom("lot")
      .select("id")
      .where("allianceId", "=", allianceId)
      .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
      .orderBy("id")
      .forNoKeyUpdate()
      .execute();
    known = ids;
  }
}

/** Lifts a hold on every lot it stands on. Lifted already: nothing changes. Throws Missing. */
export function liftHold(
  writer: Writer,
  { originId, kind, reason }: { originId: string; kind: HoldKind; reason: string },
  outer?: Trx,
) {
  const { viewer, now } = writer;
  const lift = async (trx: Trx) => {
    const [first, ...others] = await findHold(viewer, { originId, kind }, trx);
    if (!first) throw new Missing();
    await trx
      .selectFrom("lot")
      .select("id")
      .where("allianceId", "=", viewer.allianceId)
      .where(sql<SqlBool>`id = any(${[first, ...others].map(({ lotId }) => lotId)}::uuid[])`)
      .orderBy("id")
      .forNoKeyUpdate()
      .execute();
    const lifted = await trx
      .updateTable("lotHold")
      .set({ liftedAt: now, liftedByName: viewer.name, liftReason: reason })
      .where("allianceId", "=", viewer.allianceId)
      .where("originId", "=", originId)
      .where("kind", "=", kind)
      .where("liftedAt", "is", null)
      .returning("lotId")
      .execute();
    if (lifted.length === 0) return;
    await recordAudit(
      writer,
      [
        {
          ...{ action: "hold.lifted", subjectKind: "hold", subjectId: originId, subjectLabel: first.lotCode },
          organizationId: first.operatorId,
          after: { kind, reason, lots: lifted.length },
        },
      ],
      trx,
    );
  };
  return outer ? lift(outer) : retrying(() => inTransaction(lift));
}
