import postgres from "postgres";
import type { Tile } from "#app/map/cell.ts";
import { connect } from "#db/connection.server.ts";
import { compareRates } from "./compare-rates.ts";
import type { Bench, Figure } from "./figure.ts";
import type { Tools } from "./run.ts";
import { appEnvironment } from "./server.ts";
import { statementsOf } from "./statements.ts";
import { postgisFigures } from "./tile-postgis.ts";

const sizes = [260, 10_000, 1_000_000];
/** About the county's middle: all of it, half of it, a village. */
const tiles: Tile[] = [
  { z: 6, x: 51, y: 25 },
  { z: 10, x: 820, y: 412 },
  { z: 14, x: 13130, y: 6599 },
];

/** Vector tiles of sites against the rows of the same SQL, one after the other on one connection. */
export async function tile(tools: Tools): Promise<Bench> {
  const figures: Figure[] = [];
  for (const sitesEach of sizes) {
    console.log(`  · tile: ${sitesEach.toLocaleString("en")}`);
    figures.push(...(await figuresOf(sitesEach, tools)));
  }
  const postgis = await postgisFigures(tiles, tools);
  return { figures: [...figures, ...postgis.figures], details: postgis.details };
}

async function figuresOf(sitesEach: number, { databases, rounds, seconds }: Tools) {
  const { appUrl, allianceId, sql: owners } = await databases.seeded({ alliances: 1, sitesEach });
  await owners.end();
  Object.assign(process.env, appEnvironment(appUrl));
  const { findSiteTile, siteGroups, sitePoints } = await import(
    "#app/features/sites/queries/site-tile.server.ts"
  );
  const viewer = { allianceId, userId: "", name: "", role: "coordinator" } as const;
  const db = connect(appUrl, { max: 1 });
  const sql = postgres(appUrl, { max: 1, connection: { plan_cache_mode: "force_custom_plan" } });
  const figures: Figure[] = [];
  try {
    for (const one of tiles) {
      const featuresIn = one.z < 12 ? siteGroups : sitePoints;
      const [statement] = await statementsOf((db) => featuresIn(viewer, {}, one, db).rows.execute());
      const { text = "", parameters = [] } = statement ?? {};
      const ours = () => findSiteTile(viewer, {}, one, db);
      const theirs = () => sql.unsafe(text, [...parameters] as never[], { prepare: true });
      figures.push(
        await compareRates(ours, theirs, {
          rounds,
          seconds: seconds / 4, // on one connection a tile is as fast in a second as in four
          bench: "tile",
          workload: `zoom ${one.z}, ${sitesEach.toLocaleString("en")} sites, ${((await ours()).length / 1000).toFixed(1)} kB`,
          against: "the rows of the same SQL by postgres.js",
        }),
      );
    }
  } finally {
    await db.destroy();
    await sql.end();
  }
  return figures;
}
