import { existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { stopDatabase } from "../../start/database.js";

/** The real start, on a data folder of its own that begins empty: the sample is made once for all browser tests. */
const dataDir = resolve(import.meta.dirname, "../../.test/e2e");
const memory = resolve(dataDir, "postgres.json");
if (existsSync(memory)) {
  const { folder } = JSON.parse(readFileSync(memory, "utf8"));
  await stopDatabase(folder);
  rmSync(folder, { recursive: true, force: true });
}
rmSync(dataDir, { recursive: true, force: true });

// Set even where empty: a .env file of the clone has no say in the tests.
const cleared = ["DATABASE_URL", "DATABASE_OWNER_URL", "SESSION_SECRET", "PUBLIC_ORIGIN", "YULIAN_SAMPLE"];
const maps = ["MAPBOX_ACCESS_TOKEN", "TIANDITU_KEY", "TIANDITU_SERVER_KEY", "MAP_XYZ_URL", "MAP_PMTILES"];
for (const name of [...cleared, ...maps]) process.env[name] = "";
Object.assign(process.env, { DATA_DIR: dataDir, HOST: "127.0.0.1", LOG_LEVEL: "warn" });
await import("../../server.js");
