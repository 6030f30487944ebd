import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Description } from "../api/schema.ts";
import { type Alliance, addWithheld, makeAlliance } from "../factories.ts";
import { build, type Client, visitor } from "../requests.ts";
import { type Expected, frames, operations, pages, type Role, roles } from "./access-table.ts";
import { dataAddress, visitorsOf } from "./visitors.ts";

let alliance: Alliance;
let visitors: Record<Role, Client>;
let description: Description;

beforeAll(async () => {
  alliance = await makeAlliance();
  await addWithheld(alliance.writer, alliance.organizations.village);
  visitors = await visitorsOf(alliance);
  description = await visitor().json("/api/v1/openapi.json");
});

const target = ({ of = "village" }: { of?: "neighbour" | "village" } = {}) => alliance.organizations[of];
const expectedOf = (expected: Expected, role: Role, unsigned: number) =>
  expected[role] ?? (role === "none" ? unsigned : expected.others);

/** Role by role, so that one failure shows them all. */
async function statuses(ask: (role: Role) => Promise<Response>) {
  const found: [Role, number][] = [];
  for (const role of roles) found.push([role, (await ask(role)).status]);
  return Object.fromEntries(found);
}
const wanted = (expected: Expected, unsigned: number) =>
  Object.fromEntries(roles.map((role) => [role, expectedOf(expected, role, unsigned)]));

const routes = Object.values(build.routes).flatMap((route) =>
  route && !frames.includes(route.id) && (route.path !== undefined || route.index) ? [route] : [],
);
const sourceOf = (id: string) => {
  try {
    return readFileSync(resolve(import.meta.dirname, `../../app/${id}.tsx`), "utf8");
  } catch {
    return readFileSync(resolve(import.meta.dirname, `../../app/${id}.ts`), "utf8");
  }
};

/** The intents an action tells apart, in the three ways they are written. */
const intentsIn = (source: string) => [
  ...[...source.matchAll(/case "([\w-]+)":|intent\w* === "([\w-]+)"/g)].map(([, a, b]) => a ?? b ?? ""),
  ...[...source.matchAll(/\{ ([\w, ]+) \}\[String\(form\.get\("intent"\)\)\]/g)].flatMap(([, names = ""]) =>
    names.split(", "),
  ),
];

test("every route of the build has its row in the table, and no row is without a route", () => {
  expect(routes.length).toBeGreaterThan(5);
  const built = routes.map(({ id }) => id);
  expect(
    built.filter((id) => !pages[id]),
    "routes without an entry in tests/routes/access-table.ts",
  ).toEqual([]);
  expect(Object.keys(pages).filter((id) => !built.includes(id))).toEqual([]);
});

test("every route that answers is asked, every action by every intent it names", () => {
  const missing = routes.flatMap(({ id, module }) => {
    const { get, post = {} } = pages[id] ?? {};
    const asked = Object.keys(post);
    const intents = module.action ? intentsIn(sourceOf(id)) : [];
    return [
      ...(module.loader && !get ? [`${id}: get`] : []),
      ...(module.action && asked.length === 0 && id !== "routes/logout" ? [`${id}: post`] : []),
      ...intents.filter((intent) => !asked.includes(intent)).map((intent) => `${id}: intent ${intent}`),
    ];
  });
  expect(missing).toEqual([]);
});

test.for(Object.entries(pages).filter(([, { get }]) => get))("%s: who may look", async ([id, entry]) => {
  const path = entry.at(target(entry), alliance);
  const expected = wanted(entry.get as Expected, 302);
  expect(await statuses((role) => visitors[role].get(path)), `${id} at ${path}`).toEqual(expected);
  if (expected.none === 302 && expected.coordinator !== 302) {
    expect((await visitors.none.get(path)).headers.get("location")).toMatch(/^\/login/);
  }
});

test.for(Object.entries(pages).filter(([, { get }]) => get))(
  "%s: the same for its data",
  async ([, entry]) => {
    const path = dataAddress(entry.at(target(entry), alliance));
    for (const role of roles) {
      const status = expectedOf(entry.get as Expected, role, 302);
      const answer = await visitors[role].get(path);
      // Single fetch answers a redirect with 202 and says where to in the body.
      expect([role, answer.status], path).toEqual([role, status === 302 ? 202 : status]);
    }
  },
);

const actions = Object.entries(pages).flatMap(([id, { at, of, post = {} }]) =>
  Object.entries(post).map(([intent, one]) => ({ id, at, of, intent, ...one })),
);

test.for(actions)("$id $intent: who may do it", async ({ at, of, intent, form, expected }) => {
  const path = at(target({ of }), alliance);
  const ask = (role: Role) => visitors[role].post(path, { ...(intent && { intent }), ...form(alliance) });
  expect(await statuses(ask), path).toEqual(wanted(expected, 302));
});

test("every operation of the description has its row, and no row is without an operation", () => {
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(Object.keys(operations).sort()).toEqual(described.sort());
});

test.for(Object.entries(operations))("%s: who may ask", async ([operation, { at, body, expected }]) => {
  const [method = ""] = operation.split(" ");
  const path = `/api/v1${at(target())}`;
  const ask = (role: Role) =>
    body
      ? visitors[role].send(path, body(target()))
      : visitors[role].fetch(path, { method: method.toUpperCase() });
  expect(await statuses(ask), path).toEqual(wanted(expected, 401));
});

test("an id that is hidden, another county's or nobody's gets the same answer", async () => {
  const stranger = await makeAlliance(["village"]);
  const hidden = alliance.organizations.otherVillage.sites[0]?.id ?? "";
  const foreign = stranger.organizations.village.sites[0]?.id ?? "";
  const nobody = "019d0000-0000-7000-8000-000000000000";
  const text = async (id: string, path: (id: string) => string) => {
    const answer = await visitors.village.get(path(id));
    const body = (await answer.text()).replaceAll(id, "id").replace(/nonce="[^"]*"|"nonce":"[^"]*"/g, "");
    return `${answer.status} ${body}`;
  };
  for (const path of [(id: string) => `/api/v1/sites/${id}`, (id: string) => `/sites/${id}`]) {
    const answers = [await text(hidden, path), await text(foreign, path), await text(nobody, path)];
    expect(answers[0]).toMatch(/^404 /);
    expect(new Set(answers).size).toBe(1);
  }
  for (const nonsense of ["nonsense", "1", "' or 1=1--", "%00"]) {
    expect((await visitors.coordinator.get(`/api/v1/sites/${nonsense}`)).status).toBe(404);
    expect((await visitors.coordinator.get(`/sites/${nonsense}`)).status).toBe(404);
  }
});
