import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { listTowns } from "../../members/queries/towns.server.ts";
import { filteredHazards } from "./hazards.server.ts";
import { filteredInspections } from "./inspections.server.ts";

/**
 * A month by town, for those who govern more than their own sites: inspections made in it, hazards found in it, how
 * many of these are put right and closed by today; and what is overdue today, whenever it was found. Towns without
 * any stand there with 0.
 */
export async function monthFigures(viewer: Viewer, month: string, today: string, db: Db = database) {
  const inMonth = filteredHazards(viewer, { month }, today, db)
    .groupBy("site.townCode")
    .select([
      "site.townCode",
      sql<number>`count(*)`.as("found"),
      sql<number>`count(*) filter (where hazard.status <> 'open')`.as("rectified"),
      sql<number>`count(*) filter (where hazard.status = 'closed')`.as("closed"),
    ]);
  const late = filteredHazards(viewer, { overdue: "yes" }, today, db)
    .groupBy("site.townCode")
    .select(["site.townCode", sql<number>`count(*)`.as("overdue")]);
  const made = filteredInspections(viewer, { month }, db)
    .groupBy("site.townCode")
    .select(["site.townCode", sql<number>`count(*)`.as("inspections")]);
  const [towns, hazards, overdue, inspections] = await Promise.all([
    listTowns(viewer, db),
    inMonth.execute(),
    late.execute(),
    made.execute(),
  ]);
  return towns
    .filter(({ code }) => viewer.role !== "town" || code === viewer.townCode)
    .map(({ code, name }) => {
      const of = <Row extends { townCode: string }>(rows: Row[]) =>
        rows.find(({ townCode }) => townCode === code);
      return {
        code,
        name,
        inspections: of(inspections)?.inspections ?? 0,
        found: of(hazards)?.found ?? 0,
        rectified: of(hazards)?.rectified ?? 0,
        closed: of(hazards)?.closed ?? 0,
        overdue: of(overdue)?.overdue ?? 0,
      };
    });
}
export type TownMonth = Awaited<ReturnType<typeof monthFigures>>[number];
