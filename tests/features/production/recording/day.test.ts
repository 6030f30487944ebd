import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { listStockedSites } from "#app/features/production/queries/lots-at-sites.server.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { jobsOf } from "#app/features/production/recording/jobs.ts";
import { loadJobs } from "#app/features/production/recording/load-jobs.server.ts";
import { loadSilent } from "#app/features/production/recording/load-silent.server.ts";
import { at, bodyOf, bought, type Farm, makeFarm } from "../ledger.ts";

const now = new Date("2026-03-15T02:00:00Z");
const today = "2026-03-15";

let farm: Farm;
let old: string;

beforeAll(async () => {
  farm = await makeFarm();
  const stock = bought(farm, { count: 1000, meanG: 100, on: "02-01" });
  const other = bought(farm, { count: 500, meanG: 100, on: "02-01", siteId: farm.sites.otherPond });
  old = stock.lotId;
  await farm.record(stock.event, other.event);
  await farm.record({ kind: "sampling", lotId: other.lotId, count: 20, meanG: 120, occurredAt: at("03-14") });
});

test("what swims where comes with its last weighing, record and feeding, a voided one left out", async () => {
  const feeding = (massG: number, day: string) =>
    bodyOf({
      ...{ kind: "feeding", siteId: farm.sites.pond, feed: "compound", massG },
      ...{ fromOn: `2026-${day}`, toOn: `2026-${day}`, occurredAt: at(day) },
    });
  const wrong = feeding(9000, "02-03");
  await recordEvents(farm.keeper, [feeding(2000, "02-02"), wrong]);
  await farm.record({ kind: "void", eventId: wrong.id });
  const sites = await listStockedSites(farm.keeper.viewer, {});
  const pond = sites.find(({ id }) => id === farm.sites.pond);
  expect(pond).toMatchObject({
    lots: [{ id: old, count: 1000, massG: 100_000, form: "farmed" }],
    lastFed: { massG: 2000, feed: "compound", on: "2026-02-02" },
  });
  expect(pond?.lots[0]?.weighedAt).toEqual(new Date("2026-02-01T01:00:00Z"));
  expect(sites.find(({ id }) => id === farm.sites.hatchery)?.lots).toEqual([]);
  const neighbour = farm.alliance.organizations.neighbour.sites[0]?.id ?? "";
  expect(await listStockedSites(farm.keeper.viewer, { siteIds: [neighbour] })).toEqual([]);
});

test("a keeper is told what is due at which pond, and of nothing that is not", async () => {
  const { jobs } = await loadJobs(farm.keeper.viewer, {
    organizationId: farm.alliance.organizations.village.id,
    today,
  });
  expect(jobs.map(({ what, siteId }) => [what, siteId])).toEqual([
    ["record", farm.sites.pond],
    ["weigh", farm.sites.pond],
  ]);
  expect(jobs[1]).toMatchObject({ days: 42 });
});

test("a weighing is due after twenty days, not on the twentieth; an empty pond has no jobs", () => {
  const weighedAt = new Date("2026-02-23T02:00:00Z");
  const lot = { id: "lot", form: "farmed", startedAt: weighedAt, weighedAt };
  const site = (massG: number) => ({
    ...{ id: "site", name: "1 号池", kind: "pond" as const, lastEventAt: now },
    lots: [{ ...lot, massG }],
  });
  const on = (day: string, massG = 10) =>
    jobsOf([site(massG)], { withdrawals: [], today: day }).filter(({ what }) => what === "weigh");
  expect([on("2026-03-15"), on("2026-03-16"), on("2026-03-16", 0)].map(({ length }) => length)).toEqual([
    0, 1, 0,
  ]);
});

test("a withdrawal is announced before it ends and when it is over", () => {
  const lot = { id: "lot", form: "farmed", massG: 1, startedAt: now, weighedAt: now };
  const sites = [{ id: "site", name: "1 号池", kind: "pond" as const, lastEventAt: now, lots: [lot] }];
  const of = (endedOn: string | null) =>
    jobsOf(sites, {
      withdrawals: [{ lotId: "lot", endedOn, expectedFrom: "2026-03-16", expectedTo: "2026-03-18" }],
      today,
    });
  expect(of(null)).toMatchObject([{ what: "withdrawal", from: "2026-03-16", to: "2026-03-18" }]);
  expect(of("2026-03-15")).toMatchObject([{ what: "withdrawalOver" }]);
});

test("who has not reported is named with a Chinese reminder, by town, until it does", async () => {
  const quiet = await makeFarm();
  const { village } = quiet.alliance.organizations;
  await quiet.record(bought(quiet, { count: 10, meanG: 100, on: "03-01" }).event);
  const silent = () => loadSilent(quiet.alliance.viewers.town, { now, today });
  expect(await silent()).toMatchObject([{ id: village.id, sites: 1, lastOn: "2026-03-01" }]);
  expect((await silent())[0]?.reminder).toContain(`${village.name}：渔联上已经 14 天没有生产记录了`);
  expect(await loadSilent(quiet.alliance.viewers.coordinator, { now, today })).toHaveLength(1);
  expect(await loadSilent(quiet.alliance.viewers.otherTown, { now, today })).toEqual([]);
  const input = { kind: "input", input: "lime", product: "石灰", amount: "1 袋" } as const;
  await quiet.record({ ...input, id: uuidv7(), siteId: quiet.sites.pond, occurredAt: at("03-14") });
  expect(await silent()).toEqual([]);
});
