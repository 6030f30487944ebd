import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { makeApiToken } from "#app/auth/api-token.server.ts";
import { endAccount, updateAccounts } from "#app/auth/write-accounts.server.ts";
import { database } from "#app/database.server.ts";
import { addAccount, makeAlliance, now, password, townA, unique } from "../factories.ts";
import { signIn, visitor, visitorAs } from "../requests.ts";

const alliance = () => makeAlliance(["village", "enterprise"]);
const shownSecret = (html: string) => /<code[^>]*>([^<]+)<\/code>/.exec(html)?.[1] ?? "";
const stored = (id: string) =>
  database.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const actionsOn = async (id: string) =>
  (await database.selectFrom("auditLog").selectAll().where("subjectId", "=", id).orderBy("id").execute()).map(
    ({ action }) => action,
  );

test("accounts are the coordinator's alone, and only the own alliance's", async () => {
  const { viewers } = await alliance();
  const other = await alliance();
  for (const viewer of [viewers.town, viewers.inspector, viewers.village, viewers.enterprise])
    for (const path of ["/admin/accounts", "/admin/accounts/new", `/admin/accounts/${viewers.town.userId}`])
      expect((await (await visitorAs(viewer)).get(path)).status).toBe(403);
  const coordinator = await visitorAs(viewers.coordinator);
  const list = await coordinator.text("/admin/accounts");
  expect(list).toContain(viewers.town.login);
  expect(list).not.toContain(other.viewers.town.login);
  expect((await coordinator.get(`/admin/accounts/${other.viewers.town.userId}`)).status).toBe(404);
  expect((await coordinator.get("/admin/accounts/nobody")).status).toBe(404);
});

test("the list is narrowed by role, town, state and words", async () => {
  const { viewers, writer } = await alliance();
  const coordinator = await visitorAs(viewers.coordinator);
  await endAccount(writer, viewers.enterprise.userId);
  const found = async (query: string) => {
    const html = await coordinator.text(`/admin/accounts?${query}`);
    return Object.entries(viewers)
      .filter(([, viewer]) => viewer && html.includes(`/admin/accounts/${viewer.userId}"`))
      .map(([who]) => who)
      .sort();
  };
  expect(await found("role=inspector")).toEqual(["inspector"]);
  expect(await found(`town=${townA}`)).toEqual(["enterprise", "town", "village"]);
  expect(await found("state=ended")).toEqual(["enterprise"]);
  expect(await found(`town=${townA}&state=active`)).toEqual(["town", "village"]);
  expect(await found(`q=${viewers.village.login.toUpperCase()}`)).toEqual(["village"]);
  expect(await found("q=100%25")).toEqual([]);
  expect((await coordinator.get("/admin/accounts?role=king")).status).toBe(400);
});

test("a new account gets a temporary password, shown once, that must be changed first", async () => {
  const { viewers, organizations } = await alliance();
  const coordinator = await visitorAs(viewers.coordinator);
  const phone = `138 ${unique().replace(/\D/g, "").padEnd(4, "0").slice(0, 4)} ${String(Date.now()).slice(-4)}`;
  const id = uuidv7();
  const form = {
    id,
    name: "李管护",
    login: phone,
    role: "village",
    organizationId: organizations.village.id,
  };
  const answer = await coordinator.post("/admin/accounts/new", form);
  const temporary = shownSecret(await answer.text());
  expect(temporary).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
  expect(shownSecret(await (await coordinator.post("/admin/accounts/new", form)).text())).toBe("");
  const login = phone.replaceAll(" ", "");
  expect(await stored(id)).toMatchObject({ login, role: "village", mustChangePassword: true });
  expect(
    JSON.stringify(await database.selectFrom("auditLog").selectAll().where("subjectId", "=", id).execute()),
  ).not.toMatch(new RegExp(`${temporary}|argon2`));

  const keeper = visitor({ "x-forwarded-for": `198.51.100.${unique()}` });
  await keeper.post("/login", { account: phone, password: temporary, redirectTo: "/" });
  expect((await keeper.get("/sites")).headers.get("location")).toBe("/account/password");
  const change = (fields: Record<string, string>) => keeper.post("/account/password", fields);
  expect((await change({ current: "wrong wrong wrong", password: "a pond at dawn" })).status).toBe(400);
  for (const weak of ["short", "1234567890", login, temporary, "a".repeat(129)])
    expect((await change({ current: temporary, password: weak })).status).toBe(400);
  const changed = await change({ current: temporary, password: "a pond at dawn" });
  expect(changed.headers.get("location")).toBe("/");
  expect((await keeper.get("/sites")).status).toBe(200);
  expect(await actionsOn(id)).toEqual(["account.added", "account.passwordChanged"]);
});

test("a refused account keeps what was typed", async () => {
  const { viewers, organizations } = await alliance();
  const coordinator = await visitorAs(viewers.coordinator);
  const post = (fields: Record<string, string>) =>
    coordinator.post("/admin/accounts/new", { id: uuidv7(), name: "李管护", login: unique(), ...fields });
  const refused: Record<string, string>[] = [
    { role: "king" },
    { role: "town" },
    { role: "town", townCode: "610999101" },
    { role: "village", organizationId: organizations.enterprise.id },
    { role: "enterprise", organizationId: organizations.village.id },
    { role: "village", organizationId: uuidv7() },
    { role: "inspector", login: viewers.town.login },
    { role: "inspector", login: "ab" },
    { role: "inspector", login: "a b<c" },
    { role: "inspector", name: " " },
  ];
  for (const fields of refused) {
    const answer = await post(fields);
    expect(answer.status, JSON.stringify(fields)).toBe(400);
    if (!("name" in fields)) expect(await answer.text()).toContain("李管护");
  }
});

test("an account changes its role and place; a stale edit meets a conflict", async () => {
  const { viewers, organizations } = await alliance();
  const coordinator = await visitorAs(viewers.coordinator);
  const { userId: id, login, name } = viewers.town;
  const town = await visitorAs(viewers.town);
  const save = (fields: Record<string, string>) =>
    coordinator.post(`/admin/accounts/${id}`, { intent: "save", version: "1", login, name, ...fields });
  const moved = { role: "enterprise", organizationId: organizations.enterprise.id, townCode: townA };
  expect((await save(moved)).status).toBe(302);
  expect(await stored(id)).toMatchObject({ role: "enterprise", townCode: null, version: 2 });
  expect((await town.get("/households")).status).not.toBe(200);
  expect((await save({ role: "inspector" })).status).toBe(409);
});

test("resetting a password ends every session and lets in only the new one", async () => {
  const { viewers } = await alliance();
  const coordinator = await visitorAs(viewers.coordinator);
  const town = await visitorAs(viewers.town);
  const answer = await coordinator.post(`/admin/accounts/${viewers.town.userId}`, {
    intent: "reset-password",
  });
  const temporary = shownSecret(await answer.text());
  expect((await town.get("/sites")).headers.get("location")).toContain("/login");
  const place = { "x-forwarded-for": `198.51.100.${unique()}` };
  const wrong = await visitor(place).post("/login", { account: viewers.town.login, password });
  expect(wrong.status).toBe(400);
  const right = await visitor(place).post("/login", { account: viewers.town.login, password: temporary });
  expect(right.status).toBe(302);
});

test("an ended account is out at once, with its sessions and tokens, until it is reopened", async () => {
  const { viewers } = await alliance();
  const coordinator = await visitorAs(viewers.coordinator);
  const town = await visitorAs(viewers.town);
  const id = viewers.town.userId;
  const writer = { viewer: viewers.town, now: new Date() };
  const token = await makeApiToken(writer, { id: uuidv7(), name: "脚本", scope: "read", days: 30 });
  const bearer = visitor({ authorization: `Bearer ${token}` });
  expect((await bearer.get("/api/v1/summary")).status).toBe(200);
  await coordinator.post(`/admin/accounts/${id}`, { intent: "end" });
  expect((await town.get("/sites")).headers.get("location")).toContain("/login");
  expect((await bearer.get("/api/v1/summary")).status).toBe(401);
  await coordinator.post(`/admin/accounts/${id}`, { intent: "end" });
  await coordinator.post(`/admin/accounts/${id}`, { intent: "reopen" });
  expect((await (await signIn(viewers.town.login)).get("/sites")).status).toBe(200);
  expect((await bearer.get("/api/v1/summary")).status).toBe(401);
  expect(await actionsOn(id)).toEqual(["account.ended", "account.reopened"]);
});

test("nobody closes himself out, and one coordinator always remains", async () => {
  const { viewers, id: allianceId, writer } = await alliance();
  const own = viewers.coordinator;
  const coordinator = await visitorAs(own);
  for (const intent of ["end", "reset-password"])
    expect((await coordinator.post(`/admin/accounts/${own.userId}`, { intent })).status).toBe(400);
  const { login, name } = own;
  const lower = { intent: "save", version: "1", login, name, role: "inspector" };
  expect((await coordinator.post(`/admin/accounts/${own.userId}`, lower)).status).toBe(400);
  await expect(endAccount(writer, own.userId)).rejects.toThrow("lastCoordinator");

  // Two coordinators end each other at the same moment, again and again.
  for (let round = 0; round < 5; round++) {
    const pair = [
      await addAccount(allianceId, { role: "coordinator" }),
      await addAccount(allianceId, { role: "coordinator" }),
    ] as const;
    if (round === 0) await endAccount(writer, own.userId);
    await database
      .updateTable("account")
      .set({ endedAt: now })
      .where("allianceId", "=", allianceId)
      .where("role", "=", "coordinator")
      .where("id", "not in", [pair[0].userId, pair[1].userId])
      .execute();
    await Promise.allSettled([
      endAccount({ viewer: pair[0], now }, pair[1].userId),
      endAccount({ viewer: pair[1], now }, pair[0].userId),
    ]);
    const left = await Promise.all(pair.map(({ userId }) => stored(userId)));
    expect(left.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  }
});

test("changing one's password ends the other sessions and renews the own", async () => {
  const { viewers } = await alliance();
  const { login } = viewers.inspector;
  const [here, there] = [await signIn(login), await signIn(login)];
  const before = here.cookies.get("session");
  const answer = await here.post("/account/password", { current: password, password: "a pond at dawn" });
  expect(answer.headers.get("location")).toBe("/account?changed=password");
  expect(here.cookies.get("session")).not.toBe(before);
  expect((await here.get("/account")).status).toBe(200);
  expect((await there.get("/account")).headers.get("location")).toContain("/login");
});

test("the current password is guessed no more often than at the sign-in", async () => {
  const { viewers } = await alliance();
  const client = await visitorAs(viewers.inspector, { "x-forwarded-for": `198.51.100.${unique()}` });
  const guess = (current: string) =>
    client.post("/account/password", { current, password: "a pond at dawn" });
  const { passwordHash } = await stored(viewers.inspector.userId);
  for (let wrong = 0; wrong < 5; wrong++) expect((await guess("not this one")).status).toBe(400);
  expect(await (await guess(password)).text()).toContain("15 分钟");
  expect((await stored(viewers.inspector.userId)).passwordHash).toBe(passwordHash);
  expect((await client.get("/account")).status).toBe(200);
});

test("sessions are ended one by one or all others, and never another account's", async () => {
  const { viewers } = await alliance();
  const [here, there, else_] = await Promise.all([1, 2, 3].map(() => visitorAs(viewers.inspector)));
  const stranger = await visitorAs(viewers.town);
  const sessions = (userId: string) =>
    database
      .selectFrom("session")
      .select("id")
      .where("accountId", "=", userId)
      .orderBy("createdAt")
      .execute();
  const [foreign] = await sessions(viewers.town.userId);
  await here?.post("/account", { intent: "end-session", id: foreign?.id ?? "" });
  expect((await stranger.get("/account")).status).toBe(200);
  expect((await here?.post("/account", { intent: "end-session", id: "nonsense" }))?.status).toBe(404);
  await here?.post("/account", { intent: "end-session", id: "others" });
  expect((await here?.get("/account"))?.status).toBe(200);
  for (const client of [there, else_])
    expect((await client?.get("/account"))?.headers.get("location")).toContain("/login");
});

test("a token is shown once, works by its scope, and is revoked", async () => {
  const { viewers } = await alliance();
  const client = await visitorAs(viewers.inspector);
  const form = { intent: "make-token", id: uuidv7(), name: "县平台", scope: "read", days: "30" };
  const token = shownSecret(await (await client.post("/account", form)).text());
  expect(token).toMatch(/^yl_[\w-]{43}$/);
  expect(shownSecret(await (await client.post("/account", form)).text())).toBe("");
  expect(await client.text("/account")).not.toContain(token);
  const bearer = visitor({ authorization: `Bearer ${token}` });
  expect((await bearer.get("/api/v1/summary")).status).toBe(200);
  for (const bad of [{ days: "366" }, { days: "0" }, { scope: "all" }, { name: "" }])
    expect((await client.post("/account", { ...form, id: uuidv7(), ...bad })).status).toBe(400);
  const other = await visitorAs(viewers.town);
  expect((await other.post("/account", { intent: "revoke-token", id: form.id })).status).toBe(404);
  await client.post("/account", { intent: "revoke-token", id: form.id });
  expect((await bearer.get("/api/v1/summary")).status).toBe(401);
  expect(await actionsOn(form.id)).toEqual(["token.made", "token.revoked"]);
});

test("the unit is kept with the account", async () => {
  const { viewers } = await alliance();
  const client = await visitorAs(viewers.village);
  await client.post("/preferences", { unit: "jin", redirectTo: "/account" });
  expect((await stored(viewers.village.userId)).unit).toBe("jin");
  await client.post("/preferences", { unit: "stone", redirectTo: "/account" });
  expect((await stored(viewers.village.userId)).unit).toBe("jin");
});

test("an edit without a change writes nothing", async () => {
  const { viewers, writer } = await alliance();
  const { userId: id, login, name } = viewers.inspector;
  const fields = { login, name, role: "inspector" as const, townCode: null, organizationId: null };
  await updateAccounts(writer, [{ id, version: 1, fields }]);
  expect(await actionsOn(id)).toEqual([]);
});
