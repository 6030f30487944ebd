import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction } from "#app/database.server.ts";
import { insertFile, type NewFile } from "../../../sites/queries/files.server.ts";
import type { EventBody } from "../../events/registry.ts";
import { recordEvents } from "../../queries/record-events.server.ts";
import { retrying } from "../../queries/retrying.server.ts";
import { visibleProduction } from "../../visible.server.ts";

/** Books a test and keeps its report, both or neither. */
export const recordTest = (writer: Writer, body: EventBody, report: NewFile | undefined) =>
  retrying(() =>
    inTransaction(async (trx) => {
      const results = await recordEvents(writer, [body], {}, trx);
      if (!report) return results;
      await insertFile(writer, report, trx);
      await trx
        .insertInto("testReport")
        .values({ allianceId: writer.viewer.allianceId, eventId: body.id, fileId: report.id })
        .onConflict((conflict) => conflict.columns(["allianceId", "eventId"]).doNothing())
        .execute();
      return results;
    }),
  );

/** The report of a test at a site the viewer knows. */
export const findReport = (viewer: Viewer, eventId: string, db: Db = database) =>
  db
    .selectFrom("testReport as report")
    .innerJoin("event", (join) =>
      join.onRef("event.allianceId", "=", "report.allianceId").onRef("event.id", "=", "report.eventId"),
    )
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "event.allianceId").onRef("site.id", "=", "event.siteId"),
    )
    .innerJoin("file", (join) =>
      join.onRef("file.allianceId", "=", "report.allianceId").onRef("file.id", "=", "report.fileId"),
    )
    .where(visibleProduction(viewer))
    .where("report.eventId", "=", eventId)
    .select(["file.content", "file.mediaType", "file.name"])
    .executeTakeFirst();
