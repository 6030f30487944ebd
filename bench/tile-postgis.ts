import postgres from "postgres";
import type { Tile } from "#app/map/cell.ts";
import { connect } from "#db/connection.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { compareRates } from "./compare-rates.ts";
import type { Bench, Figure } from "./figure.ts";
import { seed } from "./growth/seed.ts";
import type { Tools } from "./run.ts";
import { appEnvironment } from "./server.ts";

const sitesEach = 10_000;

/** The same tiles encoded by the app and by ST_AsMVT, where a database with PostGIS is at hand. */
export async function postgisFigures(
  tiles: Tile[],
  { rounds, seconds }: Pick<Tools, "rounds" | "seconds">,
): Promise<Required<Bench>> {
  const url = process.env.BENCH_POSTGIS_URL;
  if (!url) {
    const reason = "ST_AsMVT is not compared: BENCH_POSTGIS_URL names no empty database that has PostGIS";
    return { figures: [], details: [reason] };
  }
  const allianceId = await fill(url);
  Object.assign(process.env, appEnvironment(url));
  const { encodeInApp, encodeInDatabase, siteGroups, sitePoints } = await import(
    "#app/features/sites/queries/site-tile.server.ts"
  );
  const viewer = { allianceId, userId: "", name: "", role: "coordinator" } as const;
  const db = connect(url, { max: 1 });
  const figures: Figure[] = [];
  try {
    for (const one of tiles) {
      const features = (one.z < 12 ? siteGroups : sitePoints)(viewer, {}, one, db);
      figures.push(
        await compareRates(
          () => encodeInApp(features, db),
          () => encodeInDatabase(features, db),
          {
            rounds,
            seconds,
            bench: "tile",
            workload: `zoom ${one.z}, ${sitesEach.toLocaleString("en")} sites, encoded in the app`,
            against: "ST_AsMVT",
          },
        ),
      );
    }
  } finally {
    await db.destroy();
  }
  return { figures, details: [] };
}

/** Seeded on the first run; the alliance it holds. */
async function fill(url: string) {
  await migrate(url);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const held = () => sql`select id from alliance limit 1`;
    if ((await held()).length === 0) await seed(sql, { alliances: 1, sitesEach });
    const [alliance] = await held();
    return String(alliance?.id);
  } finally {
    await sql.end();
  }
}
