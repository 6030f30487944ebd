import { type SqlBool, sql } from "kysely";
import { Missing } from "#app/audit/errors.ts";
import { recordAudit } from "#app/audit/write.server.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import { visibleProduction } from "../../visible.server.ts";

const breached = (viewer: Viewer, db: Db | Trx) =>
  db
    .selectFrom("breach")
    .innerJoin("event", (join) =>
      join.onRef("event.allianceId", "=", "breach.allianceId").onRef("event.id", "=", "breach.eventId"),
    )
    .innerJoin("event as cause", (join) =>
      join.onRef("cause.allianceId", "=", "breach.allianceId").onRef("cause.id", "=", "breach.causeEventId"),
    )
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "event.allianceId").onRef("site.id", "=", "event.siteId"),
    )
    .innerJoin("lot", (join) =>
      join.onRef("lot.allianceId", "=", "breach.allianceId").onRef("lot.id", "=", "breach.lotId"),
    )
    .where(visibleProduction(viewer))
    .select([
      "breach.eventId",
      "breach.openedAt",
      "breach.closedAt",
      "breach.closedByName",
      "breach.closingNote",
      "breach.causeEventId",
      "event.kind",
      "event.occurredAt",
      "event.massG",
      "event.accountName",
      "cause.kind as causeKind",
      "cause.occurredAt as causeAt",
      "lot.id as lotId",
      "lot.code as lotCode",
      "site.id as siteId",
      "site.name as siteName",
      "site.operatorId",
    ]);

/** Fish that went to food before a truth was known, not dealt with yet, the newest first. */
export const listBreaches = (
  viewer: Viewer,
  { siteId, after, limit }: { siteId?: string; after?: string[]; limit: number },
  db: Db = database,
) =>
  breached(viewer, db)
    .where("breach.closedAt", "is", null)
    .$if(siteId !== undefined, (query) => query.where("event.siteId", "=", siteId as string))
    .$if(after !== undefined, (query) => {
      const [openedAt, eventId, lotId, causeId] = after ?? [];
      return query.where(
        sql<SqlBool>`(breach.opened_at, breach.event_id, breach.lot_id, breach.cause_event_id)
          < (${openedAt}::timestamptz, ${eventId}::uuid, ${lotId}::uuid, ${causeId}::uuid)`,
      );
    })
    .orderBy("breach.openedAt", "desc")
    .orderBy("breach.eventId", "desc")
    .orderBy("breach.lotId", "desc")
    .orderBy("breach.causeEventId", "desc")
    .limit(limit)
    .execute();
export type Breach = Awaited<ReturnType<typeof listBreaches>>[number];

/** The breaches of one food event, one for each cause. */
export const findBreaches = (viewer: Viewer, eventId: string, db: Db | Trx = database) =>
  breached(viewer, db).where("breach.eventId", "=", eventId).orderBy("breach.openedAt").limit(50).execute();

/** Closes what is open of an event's breaches with a note; its holds stay until they are lifted. Throws Missing. */
export function closeBreaches(
  writer: Writer,
  { eventId, note }: { eventId: string; note: string },
  outer?: Trx,
) {
  const { viewer, now } = writer;
  return inTransaction(async (trx) => {
    const [first] = await findBreaches(viewer, eventId, trx);
    if (!first) throw new Missing();
    const closed = await trx
      .updateTable("breach")
      .set({ closedAt: now, closedByName: viewer.name, closingNote: note })
      .where("allianceId", "=", viewer.allianceId)
      .where("eventId", "=", eventId)
      .where("closedAt", "is", null)
      .returning("lotId")
      .execute();
    if (closed.length === 0) return;
    await recordAudit(
      writer,
      [
        {
          ...{
            action: "breach.closed",
            subjectKind: "breach",
            subjectId: eventId,
            subjectLabel: first.lotCode,
          },
          ...{ organizationId: first.operatorId, after: { note } },
        },
      ],
      trx,
    );
  }, outer);
}
