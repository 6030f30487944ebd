import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { type Alliance, addOrganization, makeAlliance } from "../factories.ts";
import { type Client, visitor, visitorAs } from "../requests.ts";
import { type Description, differences, type Operation } from "./schema.ts";

let alliance: Alliance;
let client: Client;
let description: Description;

beforeAll(async () => {
  alliance = await makeAlliance();
  client = await visitorAs(alliance.viewers.coordinator);
  description = await visitor().json("/api/v1/openapi.json");
});

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** The answer as the description has it for this status and media type. */
async function expectDescribed(answer: Response, operation: Operation) {
  const mediaType = answer.headers.get("content-type")?.split(";")[0] ?? "";
  const described = operation.responses[answer.status]?.content[mediaType];
  expect(described, `${operation.operationId} ${answer.status} ${mediaType}`).toBeDefined();
  if (described) expect(differences(await answer.json(), described.schema, description)).toEqual([]);
}

/** An operation asked as it wants to be. */
const ask = (caller: Client, { path, method }: { path: string; method: string }, query = "") => {
  const address = addressOf(path) + query;
  return method === "post" ? caller.send(address, bodies[path]?.()) : caller.get(address);
};
const bodies: Record<string, () => object> = {
  "/events": () => ({
    id: uuidv7(),
    kind: "input",
    siteId: alliance.organizations.otherVillage.sites[0]?.id,
    input: "lime",
    product: "生石灰",
    amount: "20 kg",
    occurredAt: new Date().toISOString(),
  }),
  "/readings": () => ({
    readings: [
      {
        site: alliance.organizations.village.sites[0]?.id,
        at: "2026-03-15T10:00:00+08:00",
        oxygen: 3.4,
        power: true,
      },
      { site: "nowhere", at: "2026-03-15T10:00:00+08:00", oxygen: 6.4 },
    ],
  }),
};
const addressOf = (path: string) =>
  `/api/v1${path.replace("{id}", idOf(path)).replace("{code}", String(alliance.organizations.otherVillage.lots[0]?.code))}`;
const idOf = (path: string) => {
  const { id, sites } = alliance.organizations.otherVillage;
  return path.startsWith("/organizations/") ? id : String(sites[0]?.id);
};

test("it is OpenAPI 3.1, open to everybody, and names what scripts rely on", () => {
  expect(description.openapi).toMatch(/^3\.1\./);
  expect(description.servers).toEqual([{ url: "/api/v1" }]);
  expect(Object.keys(description.paths).sort()).toEqual([
    "/agreements",
    "/alarms",
    "/events",
    "/hazards",
    "/lots",
    "/lots/{code}",
    "/organizations",
    "/organizations.geojson",
    "/organizations/{id}",
    "/readings",
    "/shipments",
    "/sites",
    "/sites.geojson",
    "/sites/{id}",
    "/summary",
  ]);
});

test("real answers are what it describes, no property more or less", async () => {
  // What is sent comes first, so that lists have something to say.
  const sent = operations().toSorted((a, b) => Number(b.path in bodies) - Number(a.path in bodies));
  for (const { path, method, operation } of sent) {
    const answer = await ask(client, { path, method });
    expect(answer.status, path).toBe(200);
    await expectDescribed(answer, operation);
  }
});

test("real refusals are what it describes", async () => {
  const stranger = visitor();
  for (const { path, method, operation } of operations()) {
    const refusals: [number, Response][] = [
      [400, await ask(client, { path, method }, "?nonsense=1")],
      [401, await ask(stranger, { path, method })],
      [
        405,
        await client.fetch(addressOf(path), { method: "DELETE", headers: { origin: "http://yulian.test" } }),
      ],
    ];
    for (const [status, answer] of refusals) {
      expect(answer.status, `${path} ${status}`).toBe(status);
      await expectDescribed(answer, operation);
    }
  }
  const unknown = await client.get("/api/v1/sites/019d0000-0000-7000-8000-000000000000");
  expect(unknown.status).toBe(404);
  await expectDescribed(unknown, description.paths["/sites/{id}"]?.get as Operation);
});

test("every described parameter is read, and one that is not described is refused by name", async () => {
  const bad: Record<string, string> = { q: "x".repeat(61), species: "x".repeat(41) };
  for (const { path, method, operation } of operations()) {
    for (const { name, in: where, required } of operation.parameters ?? []) {
      if (where !== "query") continue;
      expect(required, `${path} ${name}`).not.toBe(true);
      const answer = await ask(client, { path, method }, `?${name}=${bad[name] ?? "%00"}`);
      expect(answer.status, `${path} ${name}`).toBe(400);
      expect(await answer.json()).toMatchObject({ status: 400, parameter: name });
      expect((await ask(client, { path, method }, `?${name}=`)).status, `${path} ${name} empty`).toBe(200);
    }
  }
});

test("a collection asked for again is 304 until something of it changes", async () => {
  for (const address of ["/api/v1/sites.geojson", "/api/v1/organizations.geojson"]) {
    const first = await client.get(address);
    const tag = String(first.headers.get("etag"));
    expect(tag).toMatch(/^W\/"/);
    const again = () => client.fetch(address, { headers: { "if-none-match": tag } });
    const same = await again();
    expect([same.status, await same.text()]).toEqual([304, ""]);
    await addOrganization(alliance.writer, "neighbour");
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(tag);
    // Another caller's collection is another one.
    const keeper = await visitorAs(alliance.viewers.village);
    expect((await keeper.fetch(address, { headers: { "if-none-match": tag } })).status).toBe(200);
  }
});

test("an organization by its id is found also when it has ended, and only by those who may know of it", async () => {
  const { otherVillage } = alliance.organizations;
  const address = `/api/v1/organizations/${otherVillage.id}`;
  expect(await client.json(address)).toMatchObject({ id: otherVillage.id, endedOn: null });
  const keeper = await visitorAs(alliance.viewers.village);
  expect((await keeper.get(address)).status).toBe(404);
  await database
    .updateTable("organization")
    .set({ endedOn: "2026-03-01" })
    .where("id", "=", otherVillage.id)
    .execute();
  expect(await client.json(address)).toMatchObject({ id: otherVillage.id, endedOn: "2026-03-01" });
});
