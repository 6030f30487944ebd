import { type SqlBool, sql } from "kysely";
import { IdTaken, Missing } from "#app/audit/errors.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { visibleProduction } from "../visible.server.ts";

/** Which of these ids were booked, or wait, with the same content; IdTaken where the content is another. */
export async function findKnown({ allianceId }: Viewer, bodies: { id: string; hash: string }[], trx: Trx) {
  const { rows } = await sql<{ id: string; hash: string; isPending: boolean; isSettled: boolean }>`
    select id, '\\x' || encode(body_hash, 'hex') as hash, false as is_pending, false as is_settled from event
      where alliance_id = ${allianceId} and id = any(${bodies.map(({ id }) => id)}::uuid[])
    union all
    select id, '\\x' || encode(body_hash, 'hex'), true, settled_at is not null from pending_event
      where alliance_id = ${allianceId} and id = any(${bodies.map(({ id }) => id)}::uuid[])`.execute(trx);
  const known = new Map<string, "repeated" | "pending">();
  for (const { id, hash, isPending, isSettled } of rows) {
    if (bodies.some((body) => body.id === id && body.hash !== hash)) throw new IdTaken();
    if (!isPending) known.set(id, "repeated");
    else if (!known.has(id)) known.set(id, isSettled ? "repeated" : "pending");
  }
  return known;
}

/** The events that are to be voided, with all that stands in the ledger under their ids. */
export async function findVoided(viewer: Viewer, ids: string[], trx: Trx) {
  if (ids.length === 0) return [];
  const events = await trx
    .selectFrom("event")
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "event.allianceId").onRef("site.id", "=", "event.siteId"),
    )
    .select([
      "event.id",
      "event.kind",
      "event.siteId",
      "event.occurredAt",
      "event.recordedAt",
      "event.sequence",
      "event.accountId",
    ])
    .where(visibleProduction(viewer))
    .where(sql<SqlBool>`event.id = any(${ids}::uuid[])`)
    .execute();
  if (events.length < ids.length) throw new Missing();
  const of = { allianceId: viewer.allianceId };
  const lots = await trx
    .selectFrom("eventLot")
    .select(["eventId", "lotId"])
    .where("allianceId", "=", of.allianceId)
    .where(sql<SqlBool>`event_id = any(${ids}::uuid[])`)
    .execute();
  const voids = await trx
    .selectFrom("event")
    .select("voidsEventId")
    .where("allianceId", "=", of.allianceId)
    .where(sql<SqlBool>`voids_event_id = any(${ids}::uuid[])`)
    .execute();
  return events.map((event) => ({
    ...event,
    lotIds: lots.filter(({ eventId }) => eventId === event.id).map(({ lotId }) => lotId),
    isVoided: voids.some(({ voidsEventId }) => voidsEventId === event.id),
  }));
}
export type Voided = Awaited<ReturnType<typeof findVoided>>[number];

/** The entries of an event as they stand, read under the locks of its lots. */
export const readEntries = (allianceId: string, eventId: string, trx: Trx) =>
  trx
    .selectFrom("entry")
    .select(["lotId", sql<number>`coalesce(count, 0)`.as("count"), "massG", "reason"])
    .where("allianceId", "=", allianceId)
    .where("eventId", "=", eventId)
    .orderBy("lotId")
    .orderBy("seq")
    .execute();
