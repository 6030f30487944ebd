import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import postgres from "postgres";
import { appRole, startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { stopDatabase } from "../../start/database.js";
import { takeLock } from "../../start/lock.js";

const dataDir = resolve(import.meta.dirname, "../../.test");
const prefix = "run_";

/** The URL of another database on the same server. */
export const databaseUrl = (url: string, name: string) => url.replace(/[^/]+$/, name);

/**
 * Databases for one run, copied from one migrated template. Runs side by side share the server: the first starts
 * it, the last one stops it, and one that was killed leaves databases that the next removes.
 */
export async function openTestDatabases(copies: number) {
  const run = `${prefix}${process.pid}`;
  const names = Array.from({ length: copies }, (_, index) => `${run}_${index + 1}`);
  const server = await alone(async () => {
    const started = await startEmbedded(dataDir, { durable: false });
    await asOwner(started.ownerUrl, async (sql) => {
      await dropDatabases(sql, (pid) => pid === process.pid || !isAlive(pid));
      await sql.unsafe(`create database ${run}_template`);
    });
    return started;
  });
  await migrate(databaseUrl(server.ownerUrl, `${run}_template`), { appRole });
  await asOwner(server.ownerUrl, async (sql) => {
    for (const name of names) await sql.unsafe(`create database ${name} template ${run}_template`);
  });

  const close = () =>
    alone(async () => {
      const others = await asOwner(server.ownerUrl, async (sql) => {
        await dropDatabases(sql, (pid) => pid === process.pid);
        return (await sql`select 1 from pg_database where datname like ${`${prefix}%`}`).length;
      });
      if (others === 0) await stopDatabase(server.folder);
    });
  return { ownerUrl: server.ownerUrl, appUrl: server.appUrl, names, close };
}

/** One run at a time starts, cleans up or stops the server. */
async function alone<Result>(work: () => Promise<Result>) {
  mkdirSync(dataDir, { recursive: true });
  const release = await takeLock(resolve(dataDir, "server.lock"));
  try {
    return await work();
  } finally {
    release();
  }
}

async function asOwner<Result>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<Result>) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

async function dropDatabases(sql: postgres.Sql, ofProcess: (pid: number) => boolean) {
  for (const {
    name,
  } of await sql`select datname as name from pg_database where datname like ${`${prefix}%`}`)
    if (ofProcess(Number(name.split("_")[1]))) await sql.unsafe(`drop database ${name} with (force)`);
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
