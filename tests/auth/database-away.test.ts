import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";

// A way to the database that can be cut: set before anything opens a connection.
const direct = new URL(process.env.DATABASE_URL as string);
const open = new Set<Socket>();
let way: Server | undefined;

function cut() {
  way?.close();
  for (const socket of open) socket.destroy();
}

async function lay(port = 0) {
  way = createServer((near) => {
    const far = connect(Number(direct.port), direct.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
    }
    near.pipe(far).on("close", () => near.destroy());
    far.pipe(near).on("close", () => far.destroy());
  });
  await new Promise<void>((listening) => way?.listen(port, "127.0.0.1", listening));
  return (way.address() as { port: number }).port;
}

const port = await lay();
process.env.DATABASE_URL = Object.assign(new URL(direct), { hostname: "127.0.0.1", port }).href;
const { database } = await import("#app/database.server.ts");
const { makeAlliance } = await import("../factories.ts");
const { visitor, visitorAs } = await import("../requests.ts");
afterAll(cut);

test("without the database every answer is a 503 that says so, and all is well when it is back", async () => {
  const { viewers } = await makeAlliance(["village"]);
  const client = await visitorAs(viewers.coordinator);
  expect((await client.get("/api/v1/summary")).status).toBe(200);

  cut();
  const health = await visitor().get("/healthz");
  const page = await client.get("/");
  const api = await client.get("/api/v1/summary");
  const signIn = await visitor().post("/login", { account: "coordinator", password: "x" });
  expect([health.status, page.status, api.status, signIn.status]).toEqual([503, 503, 503, 503]);
  expect(await health.json()).toEqual({ status: "database unreachable" });
  expect(await page.text()).toContain("数据库");
  expect(api.headers.get("content-type")).toContain("application/problem+json");
  expect(await api.json()).toMatchObject({ status: 503 });
  for (const answer of [page, api]) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);

  await lay(port);
  await expect.poll(async () => (await client.get("/api/v1/summary")).status, { timeout: 5000 }).toBe(200);
  expect((await visitor().get("/healthz")).status).toBe(200);
});

test("cut again and again, with more requests on the way than the pool is wide, it comes back each time", async () => {
  const { viewers } = await makeAlliance(["village"]);
  const client = await visitorAs(viewers.coordinator);
  for (let round = 0; round < 3; round++) {
    const onTheWay = Array.from({ length: 30 }, () => client.get("/api/v1/summary"));
    cut();
    const away = Array.from({ length: 30 }, () => client.get("/api/v1/sites"));
    const statuses = (await Promise.all([...onTheWay, ...away])).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses.slice(30)).toEqual(away.map(() => 503));
    await lay(port);
    await expect.poll(async () => (await client.get("/healthz")).status, { timeout: 5000 }).toBe(200);
    const back = await Promise.all(Array.from({ length: 30 }, () => client.get("/api/v1/summary")));
    expect(back.map(({ status }) => status)).toEqual(back.map(() => 200));
  }
});

test("a transaction that is cut in the middle fails, and leaves nothing behind", async () => {
  const { id } = await makeAlliance(["village"]);
  const failure = (n: number) => ({
    id: crypto.randomUUID(),
    login: `${id}${n}`,
    address: "cut",
    at: new Date(),
  });
  const work = database.transaction().execute(async (trx) => {
    await trx.insertInto("signInFailure").values(failure(1)).execute();
    cut();
    await wait(50);
    await trx.insertInto("signInFailure").values(failure(2)).execute();
  });
  await expect(work).rejects.toThrow();
  await lay(port);
  const left = () =>
    database.selectFrom("signInFailure").select("login").where("login", "like", `${id}%`).execute();
  await expect.poll(left, { timeout: 5000 }).toEqual([]);
});
