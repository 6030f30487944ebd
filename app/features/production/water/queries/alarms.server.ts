import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { countedAtMost } from "#app/http/bounds.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import type { AlarmFilter } from "../schema.ts";
import { visibleWater } from "../visible.server.ts";

/** Alarms of the sites whose water the viewer may know of, the latest first; those that are not closed unless asked. */
export async function listAlarms(
  viewer: Viewer,
  filter: AlarmFilter,
  { after, limit = 50 }: { after?: PageKey; limit?: number } = {},
  db: Db = database,
) {
  const rows = await describedAlarms(viewer, filter, db)
    .$if(after !== undefined, (query) => {
      const { sortKey, id } = after as PageKey;
      return query.where(sql<SqlBool>`(alarm.raised_at, alarm.id) < (${sortKey}::timestamptz, ${id}::uuid)`);
    })
    .orderBy("alarm.raisedAt", "desc")
    .orderBy("alarm.id", "desc")
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1] : undefined };
}
export type AlarmRow = Awaited<ReturnType<typeof listAlarms>>["items"][number];

/** The page key of an alarm. */
export const alarmKey = ({ raisedAt, id }: { raisedAt: Date; id: string }): PageKey => ({
  sortKey: raisedAt.toISOString(),
  id,
});

/** How many alarms nobody has closed, and how many of them nobody has even taken up; looked at up to `countedAtMost`. */
export async function countOpenAlarms(viewer: Viewer, filter: AlarmFilter = {}, db: Db = database) {
  const found = filteredAlarms(viewer, filter, db).select("alarm.state").limit(countedAtMost);
  return db
    .selectFrom(found.as("alarm"))
    .select(({ fn }) => fn.countAll<number>().as("all"))
    .select(sql<number>`count(*) filter (where state = 'open')`.as("open"))
    .executeTakeFirstOrThrow();
}

/** One alarm, also a closed one; undefined where the viewer may not know of it. */
export const findAlarm = (viewer: Viewer, id: string, db: Db = database) =>
  describedAlarms(viewer, { state: "all" }, db).where("alarm.id", "=", id).executeTakeFirst();

function describedAlarms(viewer: Viewer, filter: AlarmFilter, db: Db) {
  return filteredAlarms(viewer, filter, db)
    .innerJoin("town", "town.code", "site.townCode")
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .leftJoin("deviceToken", (join) =>
      join
        .onRef("deviceToken.allianceId", "=", "alarm.allianceId")
        .onRef("deviceToken.id", "=", "alarm.deviceId"),
    )
    .leftJoin("account as taker", (join) =>
      join.onRef("taker.allianceId", "=", "alarm.allianceId").onRef("taker.id", "=", "alarm.acknowledgedBy"),
    )
    .leftJoin("account as closer", (join) =>
      join.onRef("closer.allianceId", "=", "alarm.allianceId").onRef("closer.id", "=", "alarm.closedBy"),
    )
    .select([
      "alarm.id",
      "alarm.siteId",
      "site.code as siteCode",
      "site.name as siteName",
      "site.operatorId",
      "operator.name as operatorName",
      "site.townCode",
      "town.name as townName",
      "alarm.kind",
      "deviceToken.name as deviceName",
      "alarm.state",
      "alarm.raisedAt",
      "alarm.lastAt",
      "alarm.recoveredAt",
      "alarm.worst",
      "alarm.threshold",
      "alarm.times",
      "alarm.acknowledgedAt",
      "alarm.acknowledgedNote",
      "taker.name as acknowledgedBy",
      "alarm.closedAt",
      "alarm.closedNote",
      "closer.name as closedBy",
      "alarm.version",
    ]);
}

function filteredAlarms(viewer: Viewer, { state, kind, town, site }: AlarmFilter, db: Db) {
  return db
    .selectFrom("alarm")
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "alarm.allianceId").onRef("site.id", "=", "alarm.siteId"),
    )
    .where("alarm.allianceId", "=", viewer.allianceId)
    .where(visibleWater(viewer))
    .$if(state === undefined, (query) => query.where("alarm.state", "!=", "closed"))
    .$if(state !== undefined && state !== "all", (query) => query.where("alarm.state", "=", state as "open"))
    .$if(kind !== undefined, (query) => query.where("alarm.kind", "=", kind as "oxygen"))
    .$if(town !== undefined, (query) => query.where("site.townCode", "=", town as string))
    .$if(site !== undefined, (query) => query.where("alarm.siteId", "=", site as string));
}
