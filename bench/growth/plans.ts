import type postgres from "postgres";
import type { Db } from "#db/connection.server.ts";
import type { Seeded } from "../database.ts";
import { appEnvironment } from "../server.ts";
import { type Statement, statementsOf } from "../statements.ts";
import type { Probe } from "./probes.ts";

/** The heads of the plans behind a slow answer: what PostgreSQL does and how long each statement takes. */
export async function plansOf({ sql, appUrl, allianceId, size }: Seeded & { size: string }, probe: Probe) {
  Object.assign(process.env, appEnvironment(appUrl));
  const lines = [`${probe.name}, ${size}:`];
  for (const statement of await statementsOf((db) => ask(db, allianceId, probe.path)))
    lines.push(`  ${await planOf(sql, statement)}`);
  return lines;
}

/** Time and plan of a statement in one line. */
export async function planOf(sql: postgres.Sql, { text, parameters }: Statement) {
  const plan = await sql.unsafe(`explain (analyze, timing off) ${text}`, [...parameters] as never[]);
  const rows = plan.map((row) => String(row["QUERY PLAN"]));
  const milliseconds = rows.at(-1)?.match(/[\d.]+/)?.[0];
  const scans = rows.filter((row) => /Scan|Sort {2}|Aggregate/.test(row)).slice(0, 5);
  return `${milliseconds} ms ${scans.map((row) => row.replace(/^[ >-]+/, "").replace(/ {2}.*/, "")).join(" ← ")}`;
}

/** The queries of the page at that address. */
async function ask(db: Db, allianceId: string, path: string) {
  const viewer = { allianceId, userId: "", name: "", role: "coordinator" } as const;
  const url = new URL(path, "http://localhost");
  if (url.pathname !== "/sites") {
    const { sumSitesByTown } = await import("#app/features/sites/queries/totals.server.ts");
    await sumSitesByTown(viewer, db);
    return;
  }
  const { listSites } = await import("#app/features/sites/queries/list-sites.server.ts");
  const { sumSites } = await import("#app/features/sites/queries/sum-sites.server.ts");
  const { readPageKey } = await import("#app/http/page-key.server.ts");
  const { after, ...filter } = Object.fromEntries(url.searchParams);
  await listSites(viewer, filter, { after: readPageKey(after ?? null) ?? undefined, limit: 50 }, db);
  await sumSites(viewer, filter, db);
}
