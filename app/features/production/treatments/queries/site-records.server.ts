import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";

/** Rows of a printed page: a dense tank fed twice a day for two years stays below. */
const rowsAtMost = 3000;

/** What happened at a site since a day, voided records left out, the oldest first. The caller asks whether the viewer may know. */
export const listSiteRecords = (
  { allianceId }: Viewer,
  { siteId, since }: { siteId: string; since: string },
  db: Db = database,
) =>
  db
    .selectFrom("event")
    .leftJoin("testReport as report", (join) =>
      join.onRef("report.allianceId", "=", "event.allianceId").onRef("report.eventId", "=", "event.id"),
    )
    .where("event.allianceId", "=", allianceId)
    .where("event.siteId", "=", siteId)
    .where("event.occurredAt", ">=", new Date(`${since}T00:00:00+08:00`))
    .where("event.kind", "<>", "void")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("event as v")
            .select("v.id")
            .whereRef("v.allianceId", "=", "event.allianceId")
            .whereRef("v.voidsEventId", "=", "event.id"),
        ),
      ),
    )
    .select(["event.id", "event.kind", "event.occurredAt", "event.accountName", "event.onBehalf"])
    .select(["event.count", "event.massG", "event.meanG", "event.feed", "event.fromOn", "event.toOn"])
    .select(["event.purpose", "event.note", "event.details", "report.fileId as reportId"])
    .select(
      sql<string | null>`(select string_agg(distinct species.name_zh, '、') from event_lot
        join lot on lot.alliance_id = event_lot.alliance_id and lot.id = event_lot.lot_id
        join species on species.code = lot.species
        where event_lot.alliance_id = event.alliance_id and event_lot.event_id = event.id)`.as("species"),
    )
    .orderBy("event.occurredAt")
    .orderBy("event.sequence")
    .limit(rowsAtMost)
    .execute();
export type SiteRecord = Awaited<ReturnType<typeof listSiteRecords>>[number];
