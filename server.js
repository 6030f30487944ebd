import { readFileSync } from "node:fs";
import { join } from "node:path";
import { block } from "./start/block.js";
import { holdDataFolder, keptSecret } from "./start/data-folder.js";
import { stopDatabase } from "./start/database.js";
import { settingsOfProcess } from "./start/environment.js";
import { keepDatabase } from "./start/keep-database.js";
import { checkPort } from "./start/port.js";
import { prepare } from "./start/prepare.js";
import { makeReady } from "./start/ready.js";
import { warn } from "./start/say.js";
import { serve } from "./start/serve.js";
import { setupToken } from "./start/settings.js";
import { isStopping, onStop, stop, stopOnSignals } from "./start/stop.js";

// Plain JavaScript that needs no package until makeReady has installed them.
const root = import.meta.dirname;
const dev = process.argv.includes("--dev");

async function start() {
  const settings = settingsOfProcess(root);
  const { DATA_DIR, HOST, PORT, PUBLIC_ORIGIN } = settings;
  onStop(await holdDataFolder(DATA_DIR));
  await checkPort(HOST, PORT);
  await makeReady(root, { built: !dev });

  process.env.NODE_ENV = dev ? "development" : "production";
  process.env.SESSION_SECRET = settings.SESSION_SECRET ?? keptSecret(DATA_DIR);
  /** @type {string | undefined} */
  let folder;
  const prepared = await prepare(root, {
    onDatabase: (its) => {
      folder = its;
      onStop(() => stopDatabase(its));
    },
  });
  process.env.DATABASE_URL = prepared.databaseUrl;
  process.env.DATABASE_OWNER_URL = prepared.ownerUrl;

  if (folder) onStop(keepDatabase(root, { dataDir: DATA_DIR, folder, databaseUrl: prepared.databaseUrl }));
  const address = await serve(root, { host: HOST, port: PORT, dev });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  console.log(
    block({
      address: PUBLIC_ORIGIN ?? address,
      setupPath:
        prepared.accounts === 0 ? `/setup?token=${setupToken(process.env.SESSION_SECRET)}` : undefined,
      seconds: performance.now() / 1000,
      version,
      sampleAccounts: prepared.sampleAccounts,
      tty: process.stdout.isTTY,
    }),
  );
  if (prepared.movedTo)
    warn(
      `数据库用户进不了数据目录 The database's user can't enter the data folder; its files lie in ${prepared.movedTo}`,
    );
  if (prepared.guardedByTriggersOnly)
    warn(
      "没有 DATABASE_OWNER_URL，审计记录仅由触发器保护 Without DATABASE_OWNER_URL only triggers guard the audit log",
    );
  if (prepared.sampleAccounts.length > 0 && !/^(127\.|::1$|localhost$)/.test(HOST))
    warn("示例账号的密码是公开的 The sample accounts' password is public; others can reach this address");
}

stopOnSignals();

try {
  await start();
  // One bad request must not end everybody's; what failed is in the log.
  process.on("uncaughtException", (error) => console.error(error));
} catch (error) {
  if (!isStopping()) {
    const { message, oneLine } = /** @type {Error & { oneLine?: boolean }} */ (error);
    console.error(oneLine ? `渔联 Yulian: ${message}` : error);
    await stop();
    process.exit(1);
  }
}
