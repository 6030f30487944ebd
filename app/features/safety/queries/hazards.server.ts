import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { countedAtMost } from "#app/http/bounds.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { jsonRows } from "#db/json-rows.server.ts";
import type { HazardFilter } from "../filter.ts";
import { daysOf } from "../month.ts";
import { visibleSafety } from "../visible.server.ts";

/** A page of the ledger, what was found last first. */
export async function listHazards(
  viewer: Viewer,
  filter: HazardFilter,
  { today, after, limit }: { today: string; after?: PageKey; limit: number },
  db: Db = database,
) {
  const rows = await filteredHazards(viewer, filter, today, db)
    .innerJoin("town", "town.code", "site.townCode")
    .select(hazardColumns)
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(hazard.found_on, hazard.id) < (${after?.sortKey}::date, ${after?.id}::uuid)`),
    )
    .orderBy("hazard.foundOn", "desc")
    .orderBy("hazard.id", "desc")
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1] : undefined };
}
export type HazardRow = Awaited<ReturnType<typeof listHazards>>["items"][number];

/** The page key of a hazard: the day it was found. */
export const hazardKey = ({ foundOn, id }: { foundOn: string; id: string }): PageKey => ({
  sortKey: foundOn,
  id,
});

/** The beginning of what a filter finds, the earliest deadline first. */
export async function listUrgentHazards(
  viewer: Viewer,
  filter: HazardFilter,
  { today, limit }: { today: string; limit: number },
  db: Db = database,
) {
  return filteredHazards(viewer, filter, today, db)
    .innerJoin("town", "town.code", "site.townCode")
    .select(hazardColumns)
    .orderBy("hazard.dueOn")
    .orderBy("hazard.id")
    .limit(limit)
    .execute();
}

/** How many hazards a filter finds, by how they stand on the day; looked at up to `countedAtMost`. */
export async function countHazards(viewer: Viewer, filter: HazardFilter, today: string, db: Db = database) {
  const found = filteredHazards(viewer, filter, today, db)
    .select(["hazard.status", "hazard.dueOn"])
    .limit(countedAtMost);
  const count = (condition: ReturnType<typeof sql<SqlBool>>) =>
    sql<number>`count(*) filter (where ${condition})`;
  return db
    .selectFrom(found.as("hazard"))
    .select([
      count(isOverdue(today)).as("overdue"),
      count(sql`hazard.status = 'open' and hazard.due_on >= ${today}::date`).as("open"),
      count(sql`hazard.status = 'rectified'`).as("rectified"),
      count(sql`hazard.status = 'closed'`).as("closed"),
    ])
    .executeTakeFirstOrThrow();
}

/** One hazard with its steps in their order. */
export async function findHazard(viewer: Viewer, id: string, db: Db = database) {
  return visibleHazards(viewer, db)
    .innerJoin("town", "town.code", "site.townCode")
    .innerJoin("inspectionItem as item", (join) =>
      join
        .onRef("item.allianceId", "=", "hazard.allianceId")
        .onRef("item.inspectionId", "=", "hazard.inspectionId")
        .onRef("item.number", "=", "hazard.item"),
    )
    .where("hazard.id", "=", id)
    .select(hazardColumns)
    .select(["hazard.inspectionId", "hazard.version", "item.text as itemText", "item.heading"])
    .select((eb) =>
      jsonRows(
        eb
          .selectFrom("hazardStep as step")
          .leftJoin("file", (join) =>
            join.onRef("file.allianceId", "=", "step.allianceId").onRef("file.id", "=", "step.pictureId"),
          )
          .select([
            "step.id",
            "step.kind",
            "step.happenedOn",
            "step.dueOn",
            "step.note",
            "step.accountName",
            "step.accountRole",
            "step.createdAt",
            "file.mediaType",
          ])
          .whereRef("step.allianceId", "=", "hazard.allianceId")
          .whereRef("step.hazardId", "=", "hazard.id")
          .orderBy("step.number")
          .limit(200),
      ).as("steps"),
    )
    .executeTakeFirst();
}
export type Hazard = NonNullable<Awaited<ReturnType<typeof findHazard>>>;

/** The picture of one step of a hazard that the viewer may see. */
export async function findHazardPicture(
  viewer: Viewer,
  { hazardId, stepId }: { hazardId: string; stepId: string },
  db: Db = database,
) {
  return visibleHazards(viewer, db)
    .innerJoin("hazardStep as step", (join) =>
      join.onRef("step.allianceId", "=", "hazard.allianceId").onRef("step.hazardId", "=", "hazard.id"),
    )
    .innerJoin("file", (join) =>
      join.onRef("file.allianceId", "=", "step.allianceId").onRef("file.id", "=", "step.pictureId"),
    )
    .where("hazard.id", "=", hazardId)
    .where("step.id", "=", stepId)
    .select(["file.content", "file.mediaType", "file.name"])
    .executeTakeFirst();
}

const hazardColumns = [
  "hazard.id",
  "hazard.description",
  "hazard.severity",
  "hazard.responsible",
  "hazard.foundOn",
  "hazard.dueOn",
  "hazard.status",
  "hazard.rectifiedOn",
  "hazard.closedOn",
  "hazard.siteId",
  "site.name as siteName",
  "site.code as siteCode",
  "site.townCode",
  "town.name as townName",
  "site.operatorId",
  "operator.name as operatorName",
] as const;

/** The rule of `hazardStanding`, for whole lists. */
const isOverdue = (today: string) => sql<SqlBool>`hazard.status = 'open' and hazard.due_on < ${today}::date`;

export function filteredHazards(viewer: Viewer, filter: HazardFilter, today: string, db: Db) {
  const { town, severity, status, overdue, month, site } = filter;
  return visibleHazards(viewer, db)
    .$if(town !== undefined, (query) => query.where("site.townCode", "=", town as string))
    .$if(site !== undefined, (query) => query.where("hazard.siteId", "=", site as string))
    .$if(severity !== undefined, (query) => query.where("hazard.severity", "=", severity as "general"))
    .$if(status === "done", (query) => query.where("hazard.status", "!=", "open"))
    .$if(status !== undefined && status !== "done", (query) =>
      query.where("hazard.status", "=", status as "open"),
    )
    .$if(overdue !== undefined, (query) => query.where(isOverdue(today)))
    .$if(month !== undefined, (query) => {
      const { from, to } = daysOf(month as string);
      return query.where("hazard.foundOn", ">=", from).where("hazard.foundOn", "<=", to);
    });
}

function visibleHazards(viewer: Viewer, db: Db) {
  return db
    .selectFrom("site")
    .where(visibleSafety(viewer))
    .innerJoin("hazard", (join) =>
      join.onRef("hazard.allianceId", "=", "site.allianceId").onRef("hazard.siteId", "=", "site.id"),
    )
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    );
}
