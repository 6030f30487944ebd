import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { makeApiToken, revokeApiToken } from "#app/auth/api-token.server.ts";
import { database } from "#app/database.server.ts";
import { makeAlliance } from "../factories.ts";
import { visitor, visitorAs } from "../requests.ts";

const alliance = () => makeAlliance(["village", "enterprise"]);
const tokenOf = async (
  viewer: Awaited<ReturnType<typeof alliance>>["viewers"]["coordinator"],
  scope: "read" | "write",
  now = new Date(),
) => String(await makeApiToken({ viewer, now }, { id: uuidv7(), name: "script", scope, days: 30 }));
const bearer = (token: string) => visitor({ authorization: `Bearer ${token}` });

test("a write from another site with our cookie is refused, in words on a page and as a problem on the API", async () => {
  const { viewers } = await alliance();
  const client = await visitorAs(viewers.coordinator);
  const foreign = { origin: "https://evil.example" };
  const page = await client.post("/preferences", { language: "en" }, foreign);
  expect(page.status).toBe(403);
  expect(page.headers.get("content-type")).toContain("text/html");
  const api = await client.post("/api/v1/sites", {}, foreign);
  expect(api.status).toBe(403);
  expect(api.headers.get("content-type")).toContain("application/problem+json");
  const { language } = await database
    .selectFrom("account")
    .select("language")
    .where("id", "=", viewers.coordinator.userId)
    .executeTakeFirstOrThrow();
  expect(language).toBe("zh");
});

test("with a cookie a write must say where it comes from; opaque, empty or another port are not here", async () => {
  const { viewers } = await alliance();
  const client = await visitorAs(viewers.coordinator);
  for (const origin of ["null", "", "http://yulian.test:8080", "http://yulian.test.evil.example"]) {
    expect([origin, (await client.post("/preferences", {}, { origin })).status]).toEqual([origin, 403]);
  }
  expect((await client.post("/preferences", {}, {})).status).toBe(403);
  expect((await client.post("/preferences", {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await client.post("/preferences", {}, { "sec-fetch-site": "same-site" })).status).toBe(403);
  expect((await client.post("/preferences", {})).status).toBe(302);
  expect((await client.post("/preferences", {}, { "sec-fetch-site": "same-origin" })).status).toBe(302);
});

test("a foreign page can't sign a visitor in as somebody else either", async () => {
  const { viewers } = await alliance();
  const form = { account: viewers.coordinator.login, password: "yulian-test" };
  expect((await visitor().post("/login", form, { origin: "https://evil.example" })).status).toBe(403);
});

test("a token alone needs no Origin; with a cookie beside it, it does", async () => {
  const { viewers } = await alliance();
  const token = await tokenOf(viewers.coordinator, "write");
  expect((await bearer(token).post("/api/v1/sites", {}, {})).status).toBe(405);
  const client = await visitorAs(viewers.coordinator, { authorization: `Bearer ${token}` });
  expect((await client.post("/api/v1/sites", {}, {})).status).toBe(403);
});

test("a token sees what its account sees; a read token may not write; its last use is known", async () => {
  const { viewers, organizations } = await alliance();
  const token = await tokenOf(viewers.village, "read");
  const sites = await bearer(token).json("/api/v1/sites");
  expect(sites.items.map(({ id }: { id: string }) => id)).toEqual(
    organizations.village.sites.map(({ id }) => id),
  );
  expect((await bearer(token).post("/api/v1/sites", {}, {})).status).toBe(403);
  const { lastUsedAt, tokenHash } = await database
    .selectFrom("apiToken")
    .selectAll()
    .where("accountId", "=", viewers.village.userId)
    .executeTakeFirstOrThrow();
  expect(lastUsedAt).not.toBeNull();
  expect(Buffer.from(tokenHash).toString("latin1")).not.toContain(token.slice(3));
});

test("an unknown, revoked or expired token, and another scheme, are 401 with a challenge", async () => {
  const { viewers } = await alliance();
  const long = await tokenOf(viewers.village, "read", new Date(Date.now() - 31 * 86_400_000));
  const revoked = await tokenOf(viewers.village, "read");
  const { id } = await database
    .selectFrom("apiToken")
    .select("id")
    .where("accountId", "=", viewers.village.userId)
    .orderBy("createdAt", "desc")
    .executeTakeFirstOrThrow();
  expect(await revokeApiToken({ viewer: viewers.coordinator, now: new Date() }, id)).toBe(false);
  expect((await bearer(revoked).get("/api/v1/summary")).status).toBe(200);
  expect(await revokeApiToken({ viewer: viewers.village, now: new Date() }, id)).toBe(true);
  const refused = [
    visitor(),
    bearer("yl_nonsense"),
    bearer(long),
    bearer(revoked),
    visitor({ authorization: "Basic eDp5" }),
  ];
  for (const client of refused) {
    const answer = await client.get("/api/v1/summary");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(await answer.json()).toMatchObject({ status: 401 });
  }
});

test("a problem speaks the language the caller asks for", async () => {
  const english = await visitor({ "accept-language": "en-GB,en;q=0.9" }).json("/api/v1/summary");
  expect(english.detail).toMatch(/^Sign in/);
  const chinese = await visitor({ "accept-language": "zh-CN" }).json("/api/v1/summary");
  expect(chinese.detail).toContain("登录");
});

test("every answer says what a browser may do with it; scripts run by a nonce that is never the same", async () => {
  const nonces = new Set<string>();
  for (const path of [
    "/no-such-page",
    "/no-such-page",
    "/login",
    "/api/v1/summary",
    "/api/nonsense",
    "/healthz",
  ]) {
    const answer = await visitor().get(path);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy, path).toContain("default-src 'self'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy.match(/script-src [^;]*/)?.[0], path).not.toMatch(/unsafe|\*|https?:/);
    expect(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(answer.headers.get("cache-control"), path).toContain("no-store");
    expect(answer.headers.get("x-powered-by"), path).toBeNull();
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    if (path !== "/no-such-page") continue;
    nonces.add(nonce ?? "");
    const html = await answer.text();
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/<[^>]+\son\w+=/);
  }
  expect(nonces.size).toBe(2);
});

test("a body over the limit is 413, announced or not, as a page and as a problem", async () => {
  const { viewers } = await alliance();
  const client = await visitorAs(viewers.coordinator);
  const large = "x".repeat(1024 * 1024 + 1);
  const page = await client.post("/login", { account: large, password: "x" });
  expect(page.status).toBe(413);
  const token = await tokenOf(viewers.coordinator, "write");
  const api = await bearer(token).post("/api/v1/sites", { name: large }, {});
  expect(api.status).toBe(413);
  expect(await api.json()).toMatchObject({ status: 413 });
  const chunks = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(`account=${large}`));
      controller.close();
    },
  });
  const streamed = await visitor().fetch("/login", {
    method: "POST",
    body: chunks,
    headers: { origin: "http://yulian.test", "content-type": "application/x-www-form-urlencoded" },
    duplex: "half",
  } as RequestInit);
  expect(streamed.status).toBe(413);
});

test("healthz answers for the database; unknown addresses are 404 as a page and as a problem", async () => {
  const health = await visitor().get("/healthz");
  expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
  expect((await visitor().get("/no-such-page")).status).toBe(404);
  const api = await visitor().get("/api/nonsense");
  expect([api.status, (await api.json()).status]).toEqual([404, 404]);
});
