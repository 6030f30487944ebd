import { expect, test, vi } from "vitest";
import * as passwords from "#app/auth/password.server.ts";
import { endSessions, findVisit } from "#app/auth/session.server.ts";
import { signIn as attemptSignIn } from "#app/auth/sign-in.server.ts";
import { database } from "#app/database.server.ts";
import { addAccount, makeAlliance, password, unique } from "../factories.ts";
import { signIn, visitor, visitorAs } from "../requests.ts";

/** An address of one's own: failures are counted per address. */
const address = () => `203.0.113.${unique()}`;
const from = (place: string) => ({ "x-forwarded-for": place });
const coordinator = async () => (await makeAlliance(["village"])).viewers.coordinator;

test("a right password opens the site where it was asked for, with a cookie scripts can't read", async () => {
  const { login } = await coordinator();
  const client = visitor(from(address()));
  const answer = await client.post("/login", {
    account: login,
    password,
    redirectTo: "/sites?town=610921101",
  });
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toBe("/sites?town=610921101");
  const cookie = answer.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/^session=/);
  for (const attribute of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(attribute);
  expect(cookie).not.toMatch(/expires|max-age/i);
  expect((await client.get("/")).status).toBe(200);
});

test("a device that asks for it stays signed in for 90 days; capitals and blanks in the account do not matter", async () => {
  const { login } = await coordinator();
  const answer = await visitor(from(address())).post("/login", {
    account: ` ${login.toUpperCase()} `,
    password,
    remember: "on",
  });
  const expires = /expires=([^;]+)/i.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
  const days = (new Date(expires).getTime() - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(89.9);
  expect(days).toBeLessThan(90.1);
});

test("a wrong password: 400, one message for known and unknown accounts, the account kept, the password not", async () => {
  const { login } = await coordinator();
  const wrong = `wrong${unique()}`;
  const known = await visitor(from(address())).post("/login", { account: login, password: wrong });
  const unknown = await visitor(from(address())).post("/login", { account: "nobody-here", password: wrong });
  expect([known.status, unknown.status]).toEqual([400, 400]);
  const [knownPage, unknownPage] = [await known.text(), await unknown.text()];
  expect(knownPage).toContain(`value="${login}"`);
  expect(unknownPage).toContain('value="nobody-here"');
  for (const page of [knownPage, unknownPage]) {
    expect(page).toContain("账号或密码不对");
    expect(page).not.toContain(wrong);
  }
  expect(known.headers.get("set-cookie")).toBeNull();
});

test("after five wrong passwords the account is locked at that address, and only there", async () => {
  const alliance = await makeAlliance(["village"]);
  const { coordinator: victim, inspector: neighbour } = alliance.viewers;
  const place = address();
  const client = visitor(from(place));
  for (let i = 0; i < 5; i++) {
    expect((await client.post("/login", { account: victim.login, password: "wrong" })).status).toBe(400);
  }
  const locked = await client.post("/login", { account: victim.login, password });
  expect(locked.status).toBe(429);
  const seconds = Number(locked.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(15 * 60);
  expect(await locked.text()).toContain(`value="${victim.login}"`);
  await signIn(neighbour.login, from(place));
  await signIn(victim.login, from(address()));
});

test("a lock ends 15 minutes after the failures; a right password forgets them", async () => {
  const { login } = await coordinator();
  const place = address();
  const at = (minutes: number, typed: string) =>
    attemptSignIn({
      login,
      password: typed,
      remembered: false,
      address: place,
      userAgent: null,
      now: new Date(Date.UTC(2026, 2, 15) + minutes * 60_000),
    });
  for (let i = 0; i < 5; i++) expect((await at(i / 10, "wrong")).kind).toBe("wrong");
  expect((await at(14, password)).kind).toBe("locked");
  expect((await at(15.6, password)).kind).toBe("signed-in");
  for (let i = 0; i < 4; i++) expect((await at(16, "wrong")).kind).toBe("wrong");
  expect((await at(16, password)).kind).toBe("signed-in");
  expect((await at(16, "wrong")).kind).toBe("wrong");
});

test("a hundred at once get no more tries than one after another", async () => {
  const { login } = await coordinator();
  const place = address();
  const tried = vi.spyOn(passwords, "passwordMatches").mockResolvedValue(false);
  try {
    const attempt = {
      login,
      password: "wrong",
      remembered: false,
      address: place,
      userAgent: null,
      now: new Date(),
    };
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => attemptSignIn(attempt)));
    expect(outcomes.filter(({ kind }) => kind === "wrong").length).toBeLessThanOrEqual(5);
    expect(tried.mock.calls.length).toBeLessThanOrEqual(5);
  } finally {
    tried.mockRestore();
  }
});

test("one address may fail a hundred times over all accounts", async () => {
  const { login } = await coordinator();
  const place = address();
  const now = new Date();
  const failures = Array.from({ length: 100 }, () => ({
    id: crypto.randomUUID(),
    login: unique(),
    address: place,
    at: now,
  }));
  await database.insertInto("signInFailure").values(failures).execute();
  const answer = await visitor(from(place)).post("/login", { account: login, password });
  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
});

test("an unknown account costs a hash like a known one", async () => {
  const verified = vi.spyOn(passwords, "passwordMatches");
  const attempt = { password: "wrong", remembered: false, userAgent: null, now: new Date() };
  try {
    await attemptSignIn({ ...attempt, login: "nobody-here", address: address() });
    expect(verified).toHaveBeenCalledWith(undefined, "wrong");
  } finally {
    verified.mockRestore();
  }
  const timeOf = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const hash = await passwords.hashPassword("right");
  await passwords.passwordMatches(undefined, "wrong");
  const known = await timeOf(() => passwords.passwordMatches(hash, "wrong"));
  const unknown = await timeOf(() => passwords.passwordMatches(undefined, "wrong"));
  expect(unknown).toBeGreaterThan(known / 5);
});

test("each sign-in is a new session; signing out ends it on the server, not only in the browser", async () => {
  const { login } = await coordinator();
  const [first, second] = [await signIn(login, from(address())), await signIn(login, from(address()))];
  const token = first.cookies.get("session") ?? "";
  expect(token).not.toBe(second.cookies.get("session"));
  const out = await first.post("/logout");
  expect(out.status).toBe(302);
  expect(first.cookies.has("session")).toBe(false);
  const thief = visitor();
  thief.cookies.set("session", token);
  expect((await thief.get("/")).headers.get("location")).toBe("/login");
  expect((await second.get("/")).status).toBe(200);
});

test("a session brought along is not taken over by a sign-in", async () => {
  const { login } = await coordinator();
  const client = visitor(from(address()));
  client.cookies.set("session", "chosen-by-somebody-else");
  await client.post("/login", { account: login, password });
  expect(client.cookies.get("session")).not.toBe("chosen-by-somebody-else");
  const planted = visitor();
  planted.cookies.set("session", "chosen-by-somebody-else");
  expect((await planted.get("/")).status).toBe(302);
});

test("ending the other sessions of an account leaves the one that is named, and other accounts'", async () => {
  const alliance = await makeAlliance(["village"]);
  const { coordinator: own, inspector } = alliance.viewers;
  const [kept, other, another] = [await visitorAs(own), await visitorAs(own), await visitorAs(inspector)];
  const visit = await findVisit(kept.cookies.get("session") ?? "", new Date());
  await endSessions({ allianceId: own.allianceId, accountId: own.userId }, { except: visit?.sessionId });
  expect((await kept.get("/")).status).toBe(200);
  expect((await other.get("/")).status).toBe(302);
  expect((await another.get("/")).status).toBe(200);
});

test("an account that has ended, and a session that has run out, open nothing", async () => {
  const { id } = await makeAlliance(["village"]);
  const account = await addAccount(id, { role: "inspector" });
  const client = await visitorAs(account);
  const token = client.cookies.get("session") ?? "";
  expect(await findVisit(token, new Date(Date.now() + 13 * 3_600_000))).toBeUndefined();
  await database
    .updateTable("account")
    .set({ endedAt: new Date() })
    .where("id", "=", account.userId)
    .execute();
  expect((await client.get("/")).status).toBe(302);
  const again = await visitor(from(address())).post("/login", { account: account.login, password });
  expect(again.status).toBe(400);
});

test("an account whose password somebody else set goes to change it, whatever page it asks for", async () => {
  const { id } = await makeAlliance(["village"]);
  const client = await visitorAs(await addAccount(id, { role: "coordinator" }, true));
  for (const page of ["/", "/sites"]) {
    const answer = await client.get(page);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/account/password"]);
  }
  const api = await client.get("/api/v1/summary");
  expect(api.status).toBe(403);
  expect(await api.json()).toMatchObject({ status: 403, detail: expect.stringContaining("改密码") });
});

test("a sign-in leads to this site only", async () => {
  const { login } = await coordinator();
  const evil = [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "\t//evil.example",
    "/login",
  ];
  for (const redirectTo of evil) {
    const answer = await visitor(from(address())).post("/login", { account: login, password, redirectTo });
    expect([redirectTo, answer.headers.get("location")]).toEqual([redirectTo, "/"]);
  }
});

test("a page asked for without a sign-in comes back after it", async () => {
  const answer = await visitor().get("/sites?kind=pond");
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toBe(`/login?redirectTo=${encodeURIComponent("/sites?kind=pond")}`);
});
