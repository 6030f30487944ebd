import { beforeAll, expect, test } from "vitest";
import { bounds, isOverloaded } from "#app/http/overload.server.ts";
import { makeAlliance } from "../factories.ts";
import { type Client, visitor, visitorAs } from "../requests.ts";

let client: Client;
beforeAll(async () => {
  const { viewers } = await makeAlliance(["village"]);
  client = await visitorAs(viewers.coordinator);
});

test("a flood is refused in part and at once, health is told all the while, and then all is well", async () => {
  const flood = Array.from({ length: 2 * bounds.inFlight }, (_, i) =>
    client.get(i % 50 === 49 ? "/sites" : "/api/v1/sites"),
  );
  const health = visitor().get("/healthz");
  const answers = await Promise.all(flood);
  const refused = answers.filter(({ status }) => status === 503);
  const answered = answers.filter(({ status }) => status === 200);
  expect(refused.length + answered.length).toBe(answers.length);
  expect(answered.length).toBeGreaterThanOrEqual(bounds.inFlightWhenLate);
  expect(answered.length).toBeLessThanOrEqual(bounds.inFlight);
  expect((await health).status).toBe(200);
  for (const answer of refused) {
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  }
  const ofType = (type: string) => refused.find((one) => one.headers.get("content-type")?.startsWith(type));
  expect(await ofType("text/html")?.text()).toContain("现在访问的人太多");
  expect(await ofType("application/problem+json")?.json()).toMatchObject({ status: 503 });

  await expect.poll(async () => (await client.get("/sites")).status, { timeout: 5000 }).toBe(200);
  const many = await Promise.all(Array.from({ length: 20 }, () => client.get("/sites")));
  expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200]));
}, 60_000);

test("what is in flight counts by itself; a late event loop only with others on the way", () => {
  expect(isOverloaded({ inFlight: bounds.inFlight - 1, lateMs: 0 })).toBe(false);
  expect(isOverloaded({ inFlight: bounds.inFlight, lateMs: 0 })).toBe(true);
  expect(isOverloaded({ inFlight: 3, lateMs: 5000 })).toBe(false);
  expect(isOverloaded({ inFlight: bounds.inFlightWhenLate, lateMs: bounds.lateMs })).toBe(true);
});
