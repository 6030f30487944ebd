import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { runningDatabase } from "../start/database.js";
import {
  canEnter,
  folderFor,
  nativeFolder,
  type RunAs,
  reachable,
  unprivilegedUser,
} from "./postgres-binaries.server.ts";

export const appRole = "yulian_app";
const ownerRole = "yulian_owner";
const secondsToStart = 60;

/** What is remembered of a server beside its data: where that lies, at which port it last ran, its passwords. */
type Memory = {
  folder: string;
  initialized: boolean;
  port: number;
  ownerPassword: string;
  appPassword: string;
};

/**
 * Starts the PostgreSQL of a data folder, or adopts the one that a killed process left running, with the database
 * `yulian` and a user for the app. It runs detached, so that Ctrl-C reaches us first and it can be stopped last.
 */
export async function startEmbedded(
  dataDir: string,
  { durable = true, onFolder = (_folder: string) => {} } = {},
) {
  const runAs = unprivilegedUser();
  const memoryFile = resolve(dataDir, "postgres.json");
  const memory: Memory = existsSync(memoryFile)
    ? JSON.parse(readFileSync(memoryFile, "utf8"))
    : {
        folder: chooseFolder(dataDir, runAs),
        initialized: false,
        port: 0,
        ownerPassword: password(),
        appPassword: password(),
      };
  const log = resolve(dataDir, "postgres.log");
  const remember = () => {
    writeFileSync(`${memoryFile}.new`, JSON.stringify(memory, null, 2), { mode: 0o600 });
    renameSync(`${memoryFile}.new`, memoryFile);
  };
  remember();

  onFolder(memory.folder);
  const adopted = runningDatabase(memory.folder) !== undefined;
  if (adopted) {
    memory.port = await untilReady(memory.folder, { log });
  } else {
    const native = reachable(await nativeFolder(), runAs);
    if (!memory.initialized) initialize(native, memory, runAs);
    memory.initialized = true;
    await launchUntilReady(native, memory, { runAs, durable, log });
  }
  remember();

  const url = (role: string, secret: string) =>
    `postgres://${role}:${secret}@127.0.0.1:${memory.port}/yulian`;
  const ownerUrl = url(ownerRole, memory.ownerPassword);
  await ensureDatabase(ownerUrl, memory.appPassword);
  const moved = !memory.folder.startsWith(resolve(dataDir));
  return { ownerUrl, appUrl: url(appRole, memory.appPassword), folder: memory.folder, adopted, moved };
}

const password = () => randomBytes(18).toString("base64url");

/** Under the data folder, unless the user PostgreSQL must run as can't get there. */
function chooseFolder(dataDir: string, runAs: RunAs) {
  const folder = resolve(dataDir, "postgres");
  mkdirSync(folder, { recursive: true });
  try {
    if (runAs) chownSync(folder, runAs.uid, runAs.gid);
    if (canEnter(folder, runAs)) return folder;
  } catch {
    // a mounted folder may refuse to change owner
  }
  rmSync(folder, { recursive: true });
  return folderFor(runAs, `data-${randomBytes(6).toString("hex")}`);
}

function initialize(native: string, { folder, ownerPassword }: Memory, runAs: RunAs) {
  // What an initdb that was killed left behind, it would refuse to write over.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runAs) chownSync(folder, runAs.uid, runAs.gid);
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, `${ownerPassword}\n`, { mode: 0o600 });
  if (runAs) chownSync(passwordFile, runAs.uid, runAs.gid);
  const { status, stderr, error } = spawnSync(
    join(native, "bin", "initdb"),
    [
      `--pgdata=${folder}`,
      `--username=${ownerRole}`,
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--locale=C",
      "--encoding=UTF8",
      "--data-checksums",
    ],
    { ...runAs, cwd: "/", encoding: "utf8" },
  );
  rmSync(passwordFile);
  if (status !== 0) throw new Error(`initdb: ${(error?.message ?? stderr).trim()}`);
}

type Launch = { runAs: RunAs; durable: boolean; log: string };

/** Tries again where only the moment was wrong: backends of a killed server still end, or the port was just taken. */
async function launchUntilReady(native: string, memory: Memory, options: Launch, attempts = 10) {
  memory.port = await freePort(memory.port);
  try {
    await untilReady(memory.folder, { server: launch(native, memory, options), log: options.log });
  } catch (error) {
    if (attempts === 0 || !/shared memory|lock file|address/i.test(String(error))) throw error;
    // Its process number belongs to another program by now, which PostgreSQL can't know; we do.
    if (/lock file/.test(String(error)) && !runningDatabase(memory.folder))
      rmSync(join(memory.folder, "postmaster.pid"), { force: true });
    await wait(500);
    await launchUntilReady(native, memory, options, attempts - 1);
  }
}

function launch(native: string, { folder, port }: Memory, { runAs, durable, log }: Launch) {
  const options = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "", // a socket's path may have 107 bytes at most; a clone's may be longer
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const output = openSync(log, "a", 0o600);
  const server = spawn(
    join(native, "bin", "postgres"),
    ["-D", folder, ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...runAs, cwd: "/", detached: true, stdio: ["ignore", output, output] },
  );
  server.unref();
  return server;
}

/** The port of the server once it takes connections; after a crash it first recovers. */
async function untilReady(folder: string, { server, log }: { server?: ChildProcess; log: string }) {
  let ended = "";
  server?.on("error", (error) => {
    ended = error.message;
  });
  server?.on("exit", () => {
    ended =
      readFileSync(log, "utf8")
        .trim()
        .split("\n")
        .findLast((line) => /FATAL|PANIC/.test(line)) ?? "it ended";
  });
  for (const end = Date.now() + secondsToStart * 1000; Date.now() < end; await wait(50)) {
    const running = runningDatabase(folder);
    if (running?.ready) return running.port;
    if (ended || !(server || running)) break;
  }
  throw new Error(`PostgreSQL did not start: ${ended || `not ready in ${secondsToStart} s`} (${log})`);
}

/** The port itself if it is free, else any that is. */
function freePort(port: number): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", () =>
      port === 0 ? failed(new Error("no free port on 127.0.0.1")) : found(freePort(0)),
    );
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function ensureDatabase(ownerUrl: string, appPassword: string) {
  const connection = postgres(ownerUrl, { database: "postgres", max: 1, onnotice: () => {} });
  try {
    const [found] = await connection`
      select exists (select from pg_database where datname = 'yulian') as database,
             exists (select from pg_roles where rolname = ${appRole}) as role`;
    if (!found?.database) await connection`create database yulian`;
    if (!found?.role) await connection.unsafe(`create role ${appRole} login password '${appPassword}'`);
  } finally {
    await connection.end();
  }
}
