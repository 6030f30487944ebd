import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { hashPassword } from "#app/auth/password.server.ts";
import { appRole, startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { stopDatabase } from "../start/database.js";
import { takeLock } from "../start/lock.js";
import { type Size as Sites, seed } from "./growth/seed.ts";
import { seedLedger } from "./ledger/seed.ts";
import { root } from "./server.ts";
import { seedReadings } from "./water/seed.ts";

const dataDir = join(root, ".test/bench");
const account = { login: "bench", password: "yulian-bench" };
const prefix = "bench_";
const madeOf = ["db/migrations", "db/reference", "app/search", "bench/growth", "bench/ledger", "bench/water"];

/** What else there may be besides sites: open lots in every alliance, probes in the last. */
export type Size = Sites & { lotsEach?: number; sensors?: number };
type Urls = { ownerUrl: string; appUrl: string };

export type Seeded = Awaited<ReturnType<Awaited<ReturnType<typeof openDatabases>>["seeded"]>>;

/** A PostgreSQL of the benches' own, as durable as a real one; what was seeded once stays for the next run. */
export async function openDatabases() {
  mkdirSync(dataDir, { recursive: true });
  const release = await takeLock(join(dataDir, "lock"), ({ pid }) => {
    throw new Error(`another bench runs (process ${pid})`);
  });
  const server = await startEmbedded(dataDir);
  const connect = (name: string) =>
    postgres(server.ownerUrl.replace(/[^/]+$/, name), { max: 1, onnotice: () => {} });
  const hash = hashOf(madeOf);
  const sql = connect("postgres");
  const exist = async () =>
    (await sql`select datname as name from pg_database where datname like ${`${prefix}%`}`).map(({ name }) =>
      String(name),
    );
  for (const name of await exist())
    if (!name.endsWith(hash)) await sql.unsafe(`drop database ${name} with (force)`);
  const [{ server_version: version } = {}] = await sql`show server_version`;

  /** A database of that size, with an account that signs in to its last alliance. */
  async function seeded(size: Size) {
    const more = Object.entries({ l: size.lotsEach, r: size.sensors }).flatMap(([letter, n]) =>
      n ? letter + n : [],
    );
    const name = `${prefix}${[`${size.alliances}x${size.sitesEach}`, ...more].join("_")}_${hash}`;
    if (!(await exist()).includes(name)) await make(name, (own) => fill(own, size));
    const own = connect(name);
    const [row] = await own`select alliance_id from account where login = ${account.login}`;
    return {
      ...size,
      name,
      sql: own,
      appUrl: urlsOf(name).appUrl,
      allianceId: String(row?.alliance_id),
      account,
    };
  }

  const urlsOf = (name: string): Urls => ({
    ownerUrl: server.ownerUrl.replace(/[^/]+$/, name),
    appUrl: server.appUrl.replace(/[^/]+$/, name),
  });

  /** A database for one run, made anew. */
  async function passing(label: string, fillIt: (own: postgres.Sql, urls: Urls) => Promise<void>) {
    const name = `${prefix}${label}`;
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await make(name, fillIt);
    const own = connect(name);
    const drop = async () => {
      await own.end();
      await sql.unsafe(`drop database ${name} with (force)`);
    };
    return { sql: own, ...urlsOf(name), drop };
  }

  /** Under another name until it is whole, so that a run that was broken off leaves no half behind. */
  async function make(name: string, fillIt: (own: postgres.Sql, urls: Urls) => Promise<void>) {
    const draft = `${name}_draft`;
    await sql.unsafe(`drop database if exists ${draft} with (force)`);
    await sql.unsafe(`create database ${draft}`);
    await migrate(urlsOf(draft).ownerUrl, { appRole });
    const own = connect(draft);
    try {
      await fillIt(own, urlsOf(draft));
    } finally {
      await own.end();
    }
    // A connection that was closed may still be on its way out.
    await sql`select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ${draft}`;
    await sql.unsafe(`alter database ${draft} rename to ${name}`);
  }

  const close = async () => {
    await sql.end();
    await stopDatabase(server.folder);
    release();
  };
  return { version: String(version), seeded, passing, close };
}

async function fill(own: postgres.Sql, { lotsEach, sensors, ...sites }: Size) {
  await seed(own, sites);
  await own`insert into account (alliance_id, id, login, name, password_hash, role, created_at, updated_at)
    select id, id, ${account.login}, '基准', ${await hashPassword(account.password)}, 'coordinator',
      created_at, created_at from alliance order by id desc limit 1`;
  if (lotsEach) await seedLedger(own, lotsEach);
  if (sensors) await seedReadings(own, sensors);
}

function hashOf(folders: string[]) {
  const hash = createHash("sha256");
  for (const folder of folders)
    for (const file of readdirSync(join(root, folder)).sort())
      hash.update(readFileSync(join(root, folder, file)));
  return hash.digest("hex").slice(0, 8);
}
