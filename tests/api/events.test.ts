import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { type Farm, makeFarm, type Said } from "../features/production/ledger.ts";
import { type Client, visitorAs } from "../requests.ts";

const hourAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

let farm: Farm;
let client: Client;
let lotId: string;

beforeAll(async () => {
  farm = await makeFarm();
  client = await visitorAs(farm.alliance.viewers.village, { "accept-language": "en" });
  lotId = uuidv7();
  const bought = {
    ...{
      id: uuidv7(),
      kind: "buy",
      lotId,
      siteId: farm.sites.pond,
      species: "largemouth_bass",
      form: "farmed",
    },
    ...{ count: 1000, meanG: 100, supplier: "苗场", certificateNumber: "1", occurredAt: hourAgo(48) },
  };
  expect((await client.send("/api/v1/events", bought)).status).toBe(200);
});

const dead = (given: Partial<Said> & Record<string, unknown> = {}) => ({
  ...{ id: uuidv7(), kind: "mortality", lotId, count: 3, occurredAt: hourAgo(1) },
  ...given,
});
const send = (body: unknown, query = "") => client.send(`/api/v1/events${query}`, body);
const isWritten = async (id: string) =>
  (await database.selectFrom("event").select("id").where("id", "=", id).execute()).length === 1;

describe("events sent by a program", () => {
  test("one or many are written once, whatever is sent again in whatever order", async () => {
    const events = Array.from({ length: 5 }, () => dead());
    const answers = await Promise.all([send(events), send([...events].reverse()), send(events[2])]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { id } of events) expect(await isWritten(id)).toBe(true);
    const again = await (await send(events)).json();
    expect(again.results).toEqual(events.map(({ id }) => ({ id, status: "repeated" })));
    const other = await send({ ...events[0], count: 4 });
    expect(other.status).toBe(409);
  });

  test("what looks wrong is 422 with its codes until they are confirmed, and nothing is written before", async () => {
    const many = dead({ count: 100 });
    const harmless = dead();
    const asked = await send([harmless, many]);
    expect(asked.status).toBe(422);
    const { doubts } = await asked.json();
    expect(doubts).toEqual([
      { eventId: many.id, codes: ["massMortality"], texts: [expect.stringContaining("5%")] },
    ]);
    expect(await isWritten(harmless.id)).toBe(false);
    expect((await send([harmless, { ...many, accept: doubts[0].codes }])).status).toBe(200);
  });

  test("what is refused names event, field and reason, in the caller's language", async () => {
    const tooMany = dead({ count: 5_000_000 });
    const refused = await send([dead(), tooMany]);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      errors: [{ eventId: tooMany.id, field: "count", text: expect.stringMatching(/There are only/) }],
    });
    const unreadable = await (await send([dead(), dead({ count: "many" })])).json();
    expect(unreadable.errors).toEqual([{ field: "1.count", text: "Enter a number" }]);
    expect((await send({ kind: "nonsense" })).status).toBe(422);
    expect((await send([])).status).toBe(422);
    expect((await send(Array.from({ length: 501 }, () => dead()))).status).toBe(422);
  });

  test("unattended, what can't be booked is kept as pending", async () => {
    const tooMany = dead({ count: 5_000_000 });
    const answer = await send(tooMany, "?unattended=1");
    expect(await answer.json()).toEqual({ results: [{ id: tooMany.id, status: "pending" }] });
    expect(await isWritten(tooMany.id)).toBe(false);
  });

  test("a body that is no JSON, a foreign origin, another's account and another's pond are refused", async () => {
    const own = { origin: "http://yulian.test", "content-type": "application/json" };
    const broken = await client.fetch("/api/v1/events", { method: "POST", headers: own, body: "{" });
    expect(broken.status).toBe(400);
    expect(broken.headers.get("content-type")).toMatch(/problem/);
    expect((await client.send("/api/v1/events", dead(), { origin: "http://elsewhere.test" })).status).toBe(
      403,
    );
    expect((await send(dead(), `?account=${uuidv7()}`)).status).toBe(403);
    expect((await send(dead(), `?account=${farm.alliance.viewers.village.userId}`)).status).toBe(200);
    const neighbour = farm.alliance.organizations.neighbour.sites[0]?.id;
    const input = { kind: "input", siteId: neighbour, input: "lime", product: "石灰", amount: "1 袋" };
    expect((await send({ ...input, id: uuidv7(), occurredAt: hourAgo(1) })).status).toBe(404);
  });
});
