import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { addDays } from "#app/i18n/day.ts";
import type { ChartRange } from "../kinds.ts";
import { fromStored, type Quantity, quantityNames } from "../quantities.ts";
import { visibleWater } from "../visible.server.ts";

/** How far back each range looks, from which rows, and how many of them make one point. */
const plans = {
  day: { days: 1, table: "reading", step: undefined },
  week: { days: 7, table: "reading_hour", step: "1 hour" },
  month: { days: 31, table: "reading_hour", step: "3 hours" },
  year: { days: 366, table: "reading_day", step: "1 day" },
  years: { days: 5 * 366, table: "reading_day", step: "7 days" },
} as const satisfies Record<ChartRange, { days: number; table: string; step?: string }>;

const pointsAtMost = 5000;

export const daysOf = (range: ChartRange) => plans[range].days;

/** What was measured in a while: how often, the mean and the extremes, in the units people use. */
export type Summary = { n: number; mean: number; min: number; max: number };
export type Point = { at: Date } & Record<Quantity, Summary | null>;

/**
 * The readings of a site up to the end of a day in China, each as it was for a day, merged into hours, days and weeks
 * for longer ranges. Nothing of a site the viewer may not know.
 */
export async function listSeries(
  viewer: Viewer,
  siteId: string,
  { range, until }: { range: ChartRange; until: string },
  db: Db = database,
): Promise<Point[]> {
  const { days, table, step } = plans[range];
  const from = addDays(until, 1 - days);
  const bound = (day: string) =>
    table === "reading_day" ? sql`${day}::date` : sql`${new Date(`${day}T00:00:00+08:00`)}::timestamptz`;
  const key = { reading: "measured_at", reading_hour: "hour", reading_day: "day" }[table];
  const instant = sql.raw(
    table === "reading_day" ? `(day::timestamp at time zone 'Asia/Shanghai')` : `series.${key}`,
  );
  const origin = sql`${new Date(`${from}T00:00:00+08:00`)}::timestamptz`;
  const bucket = step ? sql`date_bin(${step}::interval, ${instant}, ${origin})` : instant;
  const columns = sql.raw(
    quantityNames
      .map((q) =>
        step
          ? `sum(${q}_n) as "${q}N", sum(${q}_sum) as "${q}Sum", min(${q}_min) as "${q}Min", max(${q}_max) as "${q}Max"`
          : `count(${q}) as "${q}N", sum(${q}) as "${q}Sum", min(${q}) as "${q}Min", max(${q}) as "${q}Max"`,
      )
      .join(", "),
  );
  const within = db
    .selectFrom("site")
    .where(visibleWater(viewer))
    .where("site.id", "=", siteId)
    .select("site.id");
  const { rows } = await sql<{ at: Date } & Record<string, number | null>>`
    select ${bucket} as at, ${columns}
    from ${sql.table(table)} as series
    where series.alliance_id = ${viewer.allianceId} and series.site_id = (${within})
      and series.${sql.raw(key)} >= ${bound(from)} and series.${sql.raw(key)} < ${bound(addDays(until, 1))}
    group by 1 order by 1 limit ${pointsAtMost}`.execute(db);
  return rows.map((row) => ({
    at: row.at,
    ...(Object.fromEntries(quantityNames.map((q) => [q, summaryOf(q, row)])) as Record<
      Quantity,
      Summary | null
    >),
  }));
}

function summaryOf(quantity: Quantity, row: Record<string, unknown>): Summary | null {
  const [n, sum, min, max] = ["N", "Sum", "Min", "Max"].map((end) => Number(row[quantity + end] ?? 0));
  if (!n) return null;
  const read = (value = 0) => fromStored(quantity, value);
  return { n, mean: read((sum ?? 0) / n), min: read(min), max: read(max) };
}
