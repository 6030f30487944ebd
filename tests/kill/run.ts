import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { appRole } from "#db/embedded.server.ts";
import { signIn } from "../../bench/sign-in.ts";
import { runningDatabase } from "../../start/database.js";
import { makeReady } from "../../start/ready.js";
import { trial } from "../start/trial.ts";
import { verify } from "./verify.ts";
import { startWriter } from "./writer.ts";

/** `npm run kill-test [app] [postgres]`: both are killed, so often, while several clients write without pause. */
const [appKills = 50, postgresKills = 20] = process.argv.slice(2).map(Number);
const kills = { app: appKills, postgres: postgresKills };
const backWithinS = 5;
const fish = 1_000_000;

await makeReady(join(import.meta.dirname, "../.."));
const here = await trial();
let app = here.start();
await app.ready;

const { folder, port, ownerPassword, appPassword } = JSON.parse(
  readFileSync(join(here.dataDir, "postgres.json"), "utf8"),
);
const url = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/yulian`;
// The app's own modules read them when they are imported.
process.env.DATABASE_URL = url(appRole, appPassword);
process.env.SESSION_SECRET = "not used to sign anything here, but asked for";
const { connect } = await import("#db/connection.server.ts");
const { database } = await import("#app/database.server.ts");
const { bought, makeFarm } = await import("../features/production/ledger.ts");
const { password } = await import("../factories.ts");
const owner = connect(url("yulian_owner", ownerPassword), { max: 1 });

async function startWriters() {
  const farms = await Promise.all([makeFarm(), makeFarm()]);
  const ponds = farms.flatMap((farm) =>
    [farm.sites.pond, farm.sites.pond, farm.sites.otherPond].map((siteId) => ({ farm, siteId })),
  );
  return Promise.all(
    ponds.map(async ({ farm, siteId }) => {
      const { lotId, event } = bought(farm, { count: fish, meanG: 100, on: "01-10", siteId });
      await farm.record(event);
      const { login } = farm.alliance.viewers.village;
      const cookie = await signIn(here.address, { login, password });
      return startWriter({ url: here.address, cookie, pond: { siteId, lotId } });
    }),
  );
}

/** Seconds until a write that was sent since is acknowledged. */
async function back(since: number, writers: Awaited<ReturnType<typeof startWriters>>) {
  for (;;) {
    const answered = writers.map(({ newest }) => newest()).filter(({ sent }) => sent > since);
    if (answered.length > 0) return (Math.min(...answered.map((one) => one.answered)) - since) / 1000;
    const failed = await Promise.race([...writers.map(({ failed }) => failed), wait(10)]);
    if (failed instanceof Error) throw failed;
  }
}

const order = [
  ...Array.from({ length: kills.app }, () => "app" as const),
  ...Array.from({ length: kills.postgres }, () => "postgres" as const),
].sort(() => Math.random() - 0.5);
const away = { app: [] as number[], postgres: [] as number[] };
const known = new Set<string>();
const wrong: string[] = [];

const writers = await startWriters();
await database.destroy();
try {
  for (const [round, victim] of order.entries()) {
    await wait(50 + Math.random() * 900);
    const pid = victim === "app" ? app.pid : runningDatabase(folder)?.pid;
    if (!pid) throw new Error(`no ${victim} to kill`);
    process.kill(pid, "SIGKILL");
    const killed = performance.now();
    if (victim === "app") {
      await app.ended;
      app = here.start();
      app.ready.catch((error) => wrong.push(String(error)));
    }
    const seconds = await back(killed, writers);
    away[victim].push(seconds);
    const found = await verify(owner, writers, known);
    wrong.push(...found.map((text) => `in round ${round + 1}: ${text}`));
    console.log(
      `${String(round + 1).padStart(2)} ${victim.padEnd(8)} back after ${seconds.toFixed(1)} s, ${known.size} acknowledged${found.length > 0 ? `, ${found.length} WRONG` : ""}`,
    );
    await app.ready;
  }
  await Promise.all(writers.map(({ stop }) => stop()));
  wrong.push(...(await verify(owner, writers, new Set())));
  for (const { pond, fishGone } of writers) {
    const lot = await owner.selectFrom("lot").select("count").where("id", "=", pond.lotId).executeTakeFirst();
    if (lot?.count !== fish - fishGone())
      wrong.push(`lot ${pond.lotId} has ${lot?.count}, and should have ${fish - fishGone()}`);
  }
} finally {
  for (const text of wrong) console.error(text);
  await owner.destroy();
  await here.close();
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const slow = [...away.app, ...away.postgres].filter((seconds) => seconds > backWithinS).length;
console.log(
  [
    "",
    `app killed ${away.app.length} times, PostgreSQL ${away.postgres.length} times`,
    `${sum(writers.map(({ acknowledged }) => acknowledged.length))} requests with ${known.size} events acknowledged, sent again ${sum(writers.map(({ sentAgain }) => sentAgain()))} times`,
    ...(["app", "postgres"] as const).map(
      (victim) =>
        `${victim}: a write is acknowledged again after ${(sum(away[victim]) / away[victim].length).toFixed(1)} s in the mean, ${Math.max(...away[victim]).toFixed(1)} s at most`,
    ),
    `${slow} times it took longer than ${backWithinS} s`,
    wrong.length === 0 ? "nothing lost, nothing by halves, every sum right" : `${wrong.length} things WRONG`,
  ].join("\n"),
);
process.exit(wrong.length === 0 && slow === 0 ? 0 : 1);
