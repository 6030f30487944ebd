import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runningDatabase } from "../../start/database.js";
import { trial } from "./trial.ts";

let here: Awaited<ReturnType<typeof trial>>;
beforeEach(async () => {
  here = await trial();
});
afterEach(() => here.close());

const oneLine = (errors: string) => errors.trim().split("\n");

describe("npm start", { timeout: 60_000 }, () => {
  it("starts on an empty folder, serves, and ends on SIGTERM with the database last", async () => {
    const server = here.start();
    const said = await server.ready;
    expect(said).toContain(here.address);
    expect(said).toMatch(/\/setup\?token=[\w-]{32}/);
    expect(statSync(join(here.dataDir, "session-secret")).mode & 0o777).toBe(0o600);
    expect(await (await fetch(`${here.address}/healthz`)).json()).toMatchObject({ status: "ok" });
    expect((await fetch(here.address)).status).toBe(200);

    server.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
    expect(runningDatabase(here.databaseFolder())).toBeUndefined();
    const log = readFileSync(join(here.dataDir, "postgres.log"), "utf8");
    expect(log.trim().split("\n").at(-1)).toContain("database system is shut down");
    expect(log).not.toMatch(/terminating connection due to administrator command/);
  });

  it("refuses a flood in part and at once, tells its health all the while, and is well again", async () => {
    const server = here.start();
    await server.ready;
    const ask = async (path: string) => {
      const answer = await fetch(here.address + path);
      await answer.text();
      return answer;
    };
    // Each at an address of its own: a page that is remembered costs too little to flood anybody.
    const flood = Promise.all(Array.from({ length: 600 }, (_, i) => ask(`/login?redirectTo=/${i}`)));
    expect((await ask("/healthz")).status).toBe(200);
    const answers = await flood;
    const refused = answers.filter(({ status }) => status === 503);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
    for (const { headers } of refused) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    await expect.poll(async () => (await ask("/login")).status, { timeout: 5000 }).toBe(200);
    server.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
  });

  it("refuses a second start on the folder, survives a kill, and adopts the database left running", async () => {
    const first = here.start();
    await first.ready;
    const second = await here.start({ PORT: "0" }).ended;
    expect(second.code).toBe(1);
    expect(oneLine(second.errors)).toEqual([expect.stringContaining(`process ${first.pid}`)]);

    first.kill("SIGKILL");
    await first.ended;
    const left = runningDatabase(here.databaseFolder());
    expect(left?.pid).toBeGreaterThan(0);

    const third = here.start();
    await third.ready;
    expect(runningDatabase(here.databaseFolder())?.pid).toBe(left?.pid);
    expect((await fetch(`${here.address}/healthz`)).status).toBe(200);
    third.kill("SIGINT");
    expect((await third.ended).code).toBe(0);
    expect(runningDatabase(here.databaseFolder())).toBeUndefined();
  });

  it("starts its database again when that was killed, and serves on", async () => {
    const server = here.start();
    await server.ready;
    const killed = runningDatabase(here.databaseFolder())?.pid as number;
    process.kill(killed, "SIGKILL");
    const health = async () => (await fetch(`${here.address}/healthz`)).status;
    await expect.poll(health, { timeout: 5000 }).toBe(503);
    await expect.poll(health, { timeout: 15_000 }).toBe(200);
    expect(runningDatabase(here.databaseFolder())?.pid).not.toBe(killed);
    server.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
    expect(runningDatabase(here.databaseFolder())).toBeUndefined();
  });

  it("lets exactly one of two starts at the same moment have the folder, over a lock left by the dead", async () => {
    const dead = { pid: 2 ** 22 + 1, since: "0", id: "dead" };
    writeFileSync(join(here.dataDir, "lock"), JSON.stringify(dead));
    const starts = [here.start({ PORT: "0" }), here.start({ PORT: "0" }), here.start({ PORT: "0" })];
    const outcomes = await Promise.allSettled(starts.map(({ ready }) => ready));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("says in one line that the port is in use", async () => {
    const other = createServer().listen(here.port, "127.0.0.1");
    const { code, errors } = await here.start().ended;
    other.close();
    expect(code).toBe(1);
    expect(oneLine(errors)).toEqual([expect.stringContaining(`port ${here.port} on 127.0.0.1 is in use`)]);
  });

  it("says in one line that the data folder can't be written", async () => {
    writeFileSync(join(here.dataDir, "file"), "");
    const { code, errors } = await here.start({ DATA_DIR: join(here.dataDir, "file/inside") }).ended;
    expect(code).toBe(1);
    expect(oneLine(errors)).toEqual([expect.stringContaining("data folder can't be written")]);
  });

  it("says in one line that its own database server does not answer, and keeps the password to itself", async () => {
    const { code, errors } = await here.start({
      DATABASE_URL: "postgres://app:hidden-word@127.0.0.1:1/yulian",
    }).ended;
    expect(code).toBe(1);
    expect(oneLine(errors)).toEqual([expect.stringContaining("can't reach the database (ECONNREFUSED)")]);
    expect(errors).not.toContain("hidden-word");
  });

  it("says in one line which settings are wrong", async () => {
    const { code, errors } = await here.start({ PORT: "many", YULIAN_SAMPLE: "maybe" }).ended;
    expect(code).toBe(1);
    expect(oneLine(errors)).toEqual([expect.stringMatching(/PORT.*YULIAN_SAMPLE/)]);
  });
});
