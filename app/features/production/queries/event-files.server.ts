import { type SqlBool, sql } from "kysely";
import { Missing, Refused } from "#app/audit/errors.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import { insertFile, type NewFile } from "../../sites/queries/files.server.ts";
import { visibleProduction } from "../visible.server.ts";

const filesPerEvent = 5;

/** Events booked or waiting at sites whose production the viewer may see. */
const knownEvents = (viewer: Viewer, db: Db) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom("event")
        .select(["allianceId", "id", "siteId"])
        .unionAll(eb.selectFrom("pendingEvent").select(["allianceId", "id", "siteId"]))
        .as("known"),
    )
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "known.allianceId").onRef("site.id", "=", "known.siteId"),
    )
    .where(visibleProduction(viewer));

/** Where these events happened, for whoever may know it; Missing for those who may not. */
export async function sitesOfEvents(viewer: Viewer, eventIds: string[], db: Db = database) {
  const rows = await knownEvents(viewer, db)
    .select(["known.id", "site.operatorId", "site.townCode"])
    .where(sql<SqlBool>`known.id = any(${eventIds}::uuid[])`)
    .execute();
  if (new Set(rows.map(({ id }) => id)).size < new Set(eventIds).size) throw new Missing();
  return rows;
}

/** Keeps a file with events; the caller may write there. The same again changes nothing. */
export function attachFile(
  writer: Writer,
  { eventIds, file }: { eventIds: string[]; file: NewFile },
  outer?: Trx,
) {
  const { allianceId } = writer.viewer;
  return inTransaction(async (trx) => {
    await insertFile(writer, file, trx);
    await trx
      .insertInto("eventFile")
      .values(eventIds.map((eventId) => ({ allianceId, eventId, fileId: file.id, addedAt: writer.now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { rows } = await sql`
      select event_id from event_file where alliance_id = ${allianceId} and event_id = any(${eventIds}::uuid[])
      group by event_id having count(*) > ${filesPerEvent}`.execute(trx);
    if (rows.length > 0) throw new Refused("file", "recording:error.manyFiles");
  }, outer);
}

/** A file of an event that the viewer may see. */
export const findEventFile = (
  viewer: Viewer,
  { eventId, fileId }: { eventId: string; fileId: string },
  db: Db = database,
) =>
  knownEvents(viewer, db)
    .innerJoin("eventFile", (join) =>
      join.onRef("eventFile.allianceId", "=", "known.allianceId").onRef("eventFile.eventId", "=", "known.id"),
    )
    .innerJoin("file", (join) =>
      join.onRef("file.allianceId", "=", "eventFile.allianceId").onRef("file.id", "=", "eventFile.fileId"),
    )
    .select(["file.name", "file.mediaType", "file.content"])
    .where("known.id", "=", eventId)
    .where("file.id", "=", fileId)
    .executeTakeFirst();

/** What is kept with these events, without the contents. The caller has found the events. */
export const listEventFiles = ({ allianceId }: Viewer, eventIds: string[], db: Db = database) =>
  db
    .selectFrom("eventFile")
    .innerJoin("file", (join) =>
      join.onRef("file.allianceId", "=", "eventFile.allianceId").onRef("file.id", "=", "eventFile.fileId"),
    )
    .select(["eventFile.eventId", "file.id", "file.name", "file.mediaType"])
    .where("eventFile.allianceId", "=", allianceId)
    .where(sql<SqlBool>`event_file.event_id = any(${eventIds}::uuid[])`)
    .orderBy("eventFile.addedAt")
    .execute();
