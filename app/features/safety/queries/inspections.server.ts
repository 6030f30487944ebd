import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { countedAtMost } from "#app/http/bounds.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { jsonRows } from "#db/json-rows.server.ts";
import type { InspectionFilter } from "../filter.ts";
import { daysOf } from "../month.ts";
import { visibleSafety } from "../visible.server.ts";

/** A page of inspections, the last first. */
export async function listInspections(
  viewer: Viewer,
  filter: InspectionFilter,
  { after, limit }: { after?: PageKey; limit: number },
  db: Db = database,
) {
  const rows = await filteredInspections(viewer, filter, db)
    .innerJoin("town", "town.code", "site.townCode")
    .select(inspectionColumns)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(inspection.inspected_on, inspection.id) < (${after?.sortKey}::date, ${after?.id}::uuid)`,
      ),
    )
    .orderBy("inspection.inspectedOn", "desc")
    .orderBy("inspection.id", "desc")
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1] : undefined };
}
export type InspectionRow = Awaited<ReturnType<typeof listInspections>>["items"][number];

/** The page key of an inspection: its day. */
export const inspectionKey = ({ inspectedOn, id }: { inspectedOn: string; id: string }): PageKey => ({
  sortKey: inspectedOn,
  id,
});

/** How many inspections a filter finds, and how many hazards they found; looked at up to `countedAtMost`. */
export async function countInspections(viewer: Viewer, filter: InspectionFilter, db: Db = database) {
  const found = filteredInspections(viewer, filter, db).select("inspection.failed").limit(countedAtMost);
  return db
    .selectFrom(found.as("found"))
    .select(({ fn }) => [
      fn.countAll<number>().as("count"),
      fn.coalesce(fn.sum<number>("failed"), sql<number>`0`).as("hazards"),
    ])
    .executeTakeFirstOrThrow();
}

/** One inspection with its items as they read on the day, and the hazard that each failed one became. */
export async function findInspection(viewer: Viewer, id: string, db: Db = database) {
  return filteredInspections(viewer, {}, db)
    .innerJoin("town", "town.code", "site.townCode")
    .where("inspection.id", "=", id)
    .select(inspectionColumns)
    .select(["inspection.note", "inspection.checklistVersion", "inspection.createdAt"])
    .select((eb) =>
      jsonRows(
        eb
          .selectFrom("inspectionItem as item")
          .leftJoin("hazard", (join) =>
            join
              .onRef("hazard.allianceId", "=", "item.allianceId")
              .onRef("hazard.inspectionId", "=", "item.inspectionId")
              .onRef("hazard.item", "=", "item.number"),
          )
          .select([
            "item.number",
            "item.heading",
            "item.text",
            "item.result",
            "hazard.id as hazardId",
            "hazard.description",
            "hazard.severity",
            "hazard.dueOn",
            "hazard.status",
          ])
          .whereRef("item.allianceId", "=", "inspection.allianceId")
          .whereRef("item.inspectionId", "=", "inspection.id")
          .orderBy("item.number")
          .limit(200),
      ).as("items"),
    )
    .executeTakeFirst();
}
export type Inspection = NonNullable<Awaited<ReturnType<typeof findInspection>>>;

const inspectionColumns = [
  "inspection.id",
  "inspection.inspectedOn",
  "inspection.inspectors",
  "inspection.checked",
  "inspection.failed",
  "inspection.siteId",
  "site.name as siteName",
  "site.code as siteCode",
  "site.kind as siteKind",
  "site.townCode",
  "town.name as townName",
  "site.operatorId",
  "operator.name as operatorName",
] as const;

export function filteredInspections(viewer: Viewer, { town, site, result, month }: InspectionFilter, db: Db) {
  return db
    .selectFrom("site")
    .where(visibleSafety(viewer))
    .innerJoin("inspection", (join) =>
      join.onRef("inspection.allianceId", "=", "site.allianceId").onRef("inspection.siteId", "=", "site.id"),
    )
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .$if(town !== undefined, (query) => query.where("site.townCode", "=", town as string))
    .$if(site !== undefined, (query) => query.where("inspection.siteId", "=", site as string))
    .$if(result !== undefined, (query) =>
      query.where("inspection.failed", result === "failed" ? ">" : "=", 0),
    )
    .$if(month !== undefined, (query) => {
      const { from, to } = daysOf(month as string);
      return query.where("inspection.inspectedOn", ">=", from).where("inspection.inspectedOn", "<=", to);
    });
}
