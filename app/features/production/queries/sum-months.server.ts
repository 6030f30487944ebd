import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { beginningOfDay } from "#app/i18n/day.ts";
import { visibleProduction } from "../visible.server.ts";

type Period = { from: string; to: string };

/** Fish put in, caught, dead and sold in two periods of days, both ends included; what was voided is left out. */
export async function sumPeriods(
  viewer: Viewer,
  periods: { now: Period; before: Period },
  db: Db = database,
) {
  const [now, before] = await Promise.all([
    sumPeriod(viewer, periods.now, db),
    sumPeriod(viewer, periods.before, db),
  ]);
  return { now, before };
}

async function sumPeriod(viewer: Viewer, { from, to }: Period, db: Db) {
  const rows = await db
    .selectFrom("event")
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "event.allianceId").onRef("site.id", "=", "event.siteId"),
    )
    .where(visibleProduction(viewer))
    .where("event.kind", "in", ["buy", "hatch", "harvest", "mortality", "sale"])
    .where("event.occurredAt", ">=", beginningOfDay(from))
    .where("event.occurredAt", "<", sql<Date>`${beginningOfDay(to)}::timestamptz + interval '1 day'`)
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
    .select(({ fn }) => [
      "event.kind",
      "event.purpose",
      fn.coalesce(fn.sum<number>("event.count"), sql<number>`0`).as("count"),
      fn.coalesce(fn.sum<number>("event.massG"), sql<number>`0`).as("massG"),
      sql<number>`coalesce(sum((event.details->>'priceFen')::numeric), 0)`.as("priceFen"),
    ])
    .groupBy(["event.kind", "event.purpose"])
    .execute();
  const sum = (field: "count" | "massG" | "priceFen", ...kinds: string[]) =>
    rows.reduce((total, row) => (kinds.includes(row.kind) ? total + row[field] : total), 0);
  return {
    stocked: sum("count", "buy", "hatch"),
    caughtG: rows
      .filter(({ kind, purpose }) => kind === "harvest" && purpose !== "disposal")
      .reduce((total, { massG }) => total + massG, 0),
    soldG: sum("massG", "sale"),
    soldFen: sum("priceFen", "sale"),
    dead: sum("count", "mortality"),
  };
}
export type PeriodSums = Awaited<ReturnType<typeof sumPeriods>>;
