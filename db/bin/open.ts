import { resolve } from "node:path";
import { keptSecret, makeFolder } from "../../start/data-folder.js";
import { stopDatabase } from "../../start/database.js";
import { settingsOfProcess } from "../../start/environment.js";
import { problem } from "../../start/say.js";
import { connect, type Db } from "../connection.server.ts";
import { appRole, startEmbedded } from "../embedded.server.ts";
import { migrate } from "../migrate.server.ts";

const root = resolve(import.meta.dirname, "../..");

/**
 * The database the settings name: reached, or the embedded one started or adopted, and the environment set so that
 * the app's own modules can be imported afterwards. `close` stops what was started here.
 */
export async function openDatabase({ onFolder = (_folder: string) => {} } = {}) {
  const settings = settingsOfProcess(root);
  const { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR } = settings;
  makeFolder(DATA_DIR);
  const opened = DATABASE_URL
    ? {
        appUrl: DATABASE_URL,
        ownerUrl: DATABASE_OWNER_URL ?? DATABASE_URL,
        appRole: DATABASE_OWNER_URL ? roleOf(DATABASE_URL) : undefined,
        guardedByTriggersOnly: DATABASE_OWNER_URL === undefined,
        close: async () => {},
      }
    : await openEmbedded(DATA_DIR, onFolder);
  await reach("DATABASE_OWNER_URL", DATABASE_OWNER_URL);
  await reach("DATABASE_URL", DATABASE_URL);
  process.env.DATABASE_URL = opened.appUrl;
  process.env.DATABASE_OWNER_URL = opened.ownerUrl;
  process.env.SESSION_SECRET = settings.SESSION_SECRET ?? keptSecret(DATA_DIR);
  return { ...opened, settings };
}

async function openEmbedded(dataDir: string, onFolder: (folder: string) => void) {
  const server = await startEmbedded(dataDir, { onFolder });
  return {
    ...server,
    appRole,
    guardedByTriggersOnly: false,
    close: async () => {
      if (!server.adopted) await stopDatabase(server.folder);
    },
  };
}

const roleOf = (url: string) => decodeURIComponent(url.match(/\/\/([^:@/]+)/)?.[1] ?? "");

/** Says in one line, without the password, that a server of one's own does not answer. */
async function reach(name: string, url: string | undefined) {
  if (!url) return;
  const db = connect(url, { max: 1 });
  try {
    await db.selectNoFrom((select) => select.lit(1).as("one")).execute();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const place = url.replace(/^[^@]*@|^\w+:\/\//, "").replace(/\?.*/, "");
    throw problem(`数据库连不上 ${place}`, `can't reach the database (${code ?? message}); see ${name}`);
  } finally {
    await db.destroy();
  }
}

/** Opens, migrates, works on the database as its owner, and closes what was opened. */
export async function withDatabase<Result>(
  work: (db: Db, opened: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>,
) {
  const opened = await openDatabase();
  const db = connect(opened.ownerUrl, { max: 2 });
  try {
    await migrate(opened.ownerUrl, opened);
    return await work(db, opened);
  } finally {
    await db.destroy();
    await opened.close();
  }
}
