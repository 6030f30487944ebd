import { runningDatabase } from "./database.js";
import { run } from "./run.js";
import { warn } from "./say.js";
import { isStopping, stop } from "./stop.js";

const lookEveryMs = 250;
const tryAgainAfterMs = 3000;

/**
 * Starts the embedded PostgreSQL again when it has ended by itself (killed, or out of memory), while the app answers
 * 503. It must come back at its port, which the app's connections know; else the process ends, to be started anew.
 * @param {string} root @param {{ dataDir: string, folder: string, databaseUrl: string }} database
 * @returns {() => void} stops looking
 */
export function keepDatabase(root, { dataDir, folder, databaseUrl }) {
  let notBefore = 0;
  const timer = setInterval(async () => {
    if (isStopping() || performance.now() < notBefore || runningDatabase(folder)) return;
    notBefore = Number.POSITIVE_INFINITY;
    warn("数据库停了，重新启动 The database has ended; starting it again");
    let url = databaseUrl;
    try {
      await run([process.execPath, "--import", "tsx", "db/bin/revive.ts", dataDir], {
        cwd: root,
        failed: ["数据库起不来", "the database does not start"],
        onLine: (line) => {
          url = line;
        },
      });
    } catch (error) {
      if (!isStopping()) warn(/** @type {Error} */ (error).message);
    }
    notBefore = performance.now() + tryAgainAfterMs;
    if (url === databaseUrl || isStopping()) return;
    console.error("渔联 Yulian: the database had to move to another port; start again");
    await stop();
    process.exit(1);
  }, lookEveryMs);
  return () => clearInterval(timer);
}
