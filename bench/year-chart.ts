import type { Seeded } from "./database.ts";
import type { Bench } from "./figure.ts";
import { inOrder, pageGrown, times } from "./grown.ts";
import { planOf } from "./growth/plans.ts";
import type { Tools } from "./run.ts";
import { appEnvironment } from "./server.ts";
import { statementsOf } from "./statements.ts";
import { readingsEach, until } from "./water/seed.ts";

/** 27 probes write 1.4 million readings a year at one in ten minutes, 267 write 14 million. */
const sensorsAtOnce = 2.67;
/** What the county has, if each were to send once a minute. */
const sensorsOfCounty = 260;
const minutesOfYear = 365 * 24 * 60;

/** A year of one site's water as a page with its charts, over ever more readings of other sites. */
export async function yearChart({ databases, rounds, scale }: Tools): Promise<Bench> {
  const places = await inOrder(times, (n) =>
    databases.seeded({
      ...{ alliances: 1, sitesEach: 1000 },
      sensors: Math.max(1, Math.round(sensorsAtOnce * n * scale)),
    }),
  );
  try {
    const details: string[] = [];
    for (const place of places) details.push(...(await storeOf(place)));
    const figures = await pageGrown(places, {
      ...{ bench: "year-chart", workload: "signed-in page of a site's water, a year by days", rounds },
      pathOf: async (place) => `/sites/${await siteOf(place)}/water?range=year&until=${until}`,
    });
    return { figures, details };
  } finally {
    await inOrder(places, ({ sql }) => sql.end());
  }
}

async function siteOf({ sql, allianceId }: Seeded) {
  const [row] =
    await sql`select site_id from site_water where alliance_id = ${allianceId} order by site_id limit 1`;
  return String(row?.site_id);
}

/** What so many readings take up, what a year's chart of one site reads, and what the county would need. */
async function storeOf(place: Seeded) {
  const { sql, appUrl, allianceId, sensors = 0 } = place;
  Object.assign(process.env, appEnvironment(appUrl));
  const { listSeries } = await import("#app/features/production/water/queries/series.server.ts");
  const viewer = { allianceId, userId: "", name: "", role: "coordinator" } as const;
  const siteId = await siteOf(place);
  const plans: string[] = [];
  for (const range of ["day", "month", "year"] as const) {
    const [statement] = await statementsOf((db) => listSeries(viewer, siteId, { range, until }, db));
    if (statement) plans.push(`  ${range}: ${await planOf(sql, statement)}`);
  }
  const [bytes] = await sql`
    select sum(pg_relation_size(oid)) filter (where relispartition) as rows,
      sum(pg_indexes_size(oid)) filter (where relispartition) as indexes,
      sum(pg_total_relation_size(oid)) filter (where relname in ('reading_hour', 'reading_day')) as rollups
    from pg_class where relkind = 'r' and (relname in ('reading_hour', 'reading_day')
      or oid in (select inhrelid from pg_inherits where inhparent = 'reading'::regclass))`;
  const readings = sensors * readingsEach;
  const each = (of: string) => Number(bytes?.[of]) / readings;
  // Roll-ups are of hours and days, however often a probe sends.
  const rollupsOfProbe = Number(bytes?.rollups) / sensors;
  const year = sensorsOfCounty * (minutesOfYear * (each("rows") + each("indexes")) + rollupsOfProbe);
  return [
    `${readings.toLocaleString("en")} readings of ${sensors} probes: ${(each("rows") + each("indexes")).toFixed(0)} bytes a reading (${each("rows").toFixed(0)} of the row, ${each("indexes").toFixed(0)} of its key), roll-ups ${(rollupsOfProbe / 1e6).toFixed(1)} MB a probe and year`,
    `  ${sensorsOfCounty} probes at one a minute: ${((sensorsOfCounty * minutesOfYear) / 1e6).toFixed(0)} million readings, ${(year / 1e9).toFixed(1)} GB a year`,
    ...plans,
  ];
}
