import { connect, createServer, type Server, type Socket } from "node:net";
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
