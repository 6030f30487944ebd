import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { makeApiToken } from "#app/auth/api-token.server.ts";
import { database } from "#app/database.server.ts";
import { makeDevice, revokeDevice } from "#app/features/production/water/queries/devices.server.ts";
import { type Alliance, makeAlliance } from "../factories.ts";
import { visitor, visitorAs } from "../requests.ts";

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const siteOf = (party: "village" | "otherVillage" | "enterprise") => {
  const [site] = alliance.organizations[party].sites;
  if (!site) throw new Error(`${party} has no site`);
  return site;
};
const statuses = async (answer: Response) =>
  ((await answer.json()) as { results: { status: string; reason: string | null }[] }).results.map(
    ({ status, reason }) => reason ?? status,
  );

async function device(party: "village" | "otherVillage" = "village") {
  const site = siteOf(party);
  const made = { siteId: site.id, operatorId: site.operatorId };
  const id = uuidv7();
  const writer = { viewer: alliance.viewers.coordinator, now: new Date() };
  const token = await makeDevice(writer, { id, name: "探头", intervalMinutes: 5 }, made);
  return {
    client: visitor({ authorization: `Bearer ${token}` }),
    revoke: () => revokeDevice(writer, id, made),
  };
}

test("a device writes for its site: a result per reading, and a repeated call changes nothing", async () => {
  const { client } = await device();
  const site = siteOf("village");
  const readings = [
    { at: minutesAgo(3), oxygen: 6.25, temperature: 21.5 },
    { at: minutesAgo(2), site: site.code, oxygen: 6.3 },
    { at: minutesAgo(1), site: siteOf("otherVillage").code, oxygen: 6.3 },
    { at: minutesAgo(1), oxygen: 25.1 },
    { at: minutesAgo(1), oxygen: "6.3" },
    { at: minutesAgo(1), colour: "green" },
    { at: minutesAgo(1) },
    { at: minutesAgo(-11), oxygen: 6 },
    { at: "1970-01-01T00:00:00Z", oxygen: 6 },
    { at: "yesterday", oxygen: 6 },
    7,
  ];
  const first = await client.send("/api/v1/readings", { readings });
  expect(first.status).toBe(200);
  const refused = [
    "unknownSite",
    "invalid",
    "invalid",
    "unknownField",
    "nothing",
    "future",
    "tooOld",
    "invalid",
    "invalid",
  ];
  expect(await statuses(first)).toEqual(["stored", "stored", ...refused]);
  expect(await statuses(await client.send("/api/v1/readings", { readings }))).toEqual([
    "repeated",
    "repeated",
    ...refused,
  ]);
  const rows = await database
    .selectFrom("reading")
    .where("siteId", "=", site.id)
    .where("oxygen", "in", [6250, 6300])
    .select(["oxygen", "temperature"])
    .orderBy("measuredAt")
    .execute();
  expect(rows).toEqual([
    { oxygen: 6250, temperature: 2150 },
    { oxygen: 6300, temperature: null },
  ]);
});

test("a device may nothing else, and nothing once it is revoked", async () => {
  const { client, revoke } = await device();
  const body = { readings: [{ at: minutesAgo(4), ph: 7 }] };
  for (const path of ["/api/v1/sites", "/api/v1/alarms", "/api/v1/readings"])
    expect([path, (await client.get(path)).status]).toEqual([path, 401]);
  expect((await client.get("/sites")).status).toBe(302);
  expect((await client.send("/api/v1/readings", body)).status).toBe(200);
  await revoke();
  expect((await client.send("/api/v1/readings", body)).status).toBe(401);
});

test("an account's program writes for the sites the account may record, and is told which it may not", async () => {
  const names = ["village", "otherVillage", "enterprise"] as const;
  const readings = names.map((party) => ({ site: siteOf(party).id, at: minutesAgo(9), nitrite: 0.04 }));
  const told = async (role: keyof Alliance["viewers"]) => {
    const client = await visitorAs(alliance.viewers[role]);
    return statuses(await client.send("/api/v1/readings", { readings }));
  };
  expect(await told("village")).toEqual(["stored", "unknownSite", "unknownSite"]);
  expect(await told("enterprise")).toEqual(["unknownSite", "unknownSite", "stored"]);
  expect(await told("town")).toEqual(["stored", "unknownSite", "stored"]);
  expect(await told("inspector")).toEqual(["notAllowed", "notAllowed", "notAllowed"]);
  expect(await told("coordinator")).toEqual(["stored", "stored", "stored"]);
});

test("a token that may only read can't write, one that may write can", async () => {
  const writer = { viewer: alliance.viewers.village, now: new Date() };
  const body = { readings: [{ site: siteOf("village").code, at: minutesAgo(7), ph: 7.1 }] };
  for (const [scope, status] of [
    ["read", 403],
    ["write", 200],
  ] as const) {
    const token = await makeApiToken(writer, { id: uuidv7(), name: scope, scope, days: 1 });
    const client = visitor({ authorization: `Bearer ${token}` });
    expect([scope, (await client.send("/api/v1/readings", body)).status]).toEqual([scope, status]);
  }
});

test("a body that is no list of readings is refused whole, and says why", async () => {
  const { client } = await device();
  const tooMany = Array.from({ length: 1001 }, () => ({ at: minutesAgo(1), ph: 7 }));
  for (const body of [
    {},
    { readings: [] },
    { readings: tooMany },
    { readings: "x" },
    [],
    { readings: [{}], x: 1 },
  ]) {
    const answer = await client.send("/api/v1/readings", body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect((await answer.json()).detail).toBeTruthy();
  }
  for (const [type, body, status] of [
    ["application/json", "{", 400],
    ["text/plain", "x", 415],
  ] as const) {
    const answer = await client.fetch("/api/v1/readings", {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    expect([type, answer.status]).toEqual([type, status]);
  }
  expect((await client.send("/api/v1/readings", "x".repeat(1_100_000))).status).toBe(413);
});

test("alarms come a page at a time, the latest first", async () => {
  const { client } = await device("otherVillage");
  const readings = [
    { at: minutesAgo(30), oxygen: 1.5 },
    { at: minutesAgo(20), temperature: 25, power: false },
    { at: minutesAgo(10), nitrite: 0.8 },
  ];
  await client.send("/api/v1/readings", { readings });
  const keeper = await visitorAs(alliance.viewers.otherVillage);
  const first = await keeper.json("/api/v1/alarms?limit=2");
  const rest = await keeper.json(`/api/v1/alarms?limit=2&after=${first.next}`);
  const kinds = [...first.items, ...rest.items].map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(["nitrite", "power", "oxygen"]);
  expect(rest.next).toBeNull();
  expect(rest.items[0]).toMatchObject({ worst: 1.5, threshold: 3, unit: "mg/L", times: 2, state: "open" });
  expect((await keeper.json("/api/v1/alarms?state=closed")).items).toEqual([]);
  const forged = Buffer.from(JSON.stringify(["x", uuidv7()])).toString("base64url");
  expect((await keeper.get(`/api/v1/alarms?after=${forged}`)).status).toBe(400);
});
