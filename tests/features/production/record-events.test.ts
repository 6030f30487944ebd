import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import { Doubtful, NotAllowed } from "#app/features/production/errors.ts";
import { countPending } from "#app/features/production/queries/pending.server.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { makeAlliance } from "../../factories.ts";
import { at, bodyOf, bought, brokenRules, makeFarm } from "./ledger.ts";

describe("an event", () => {
  test("changes its lot, and its caches follow", async () => {
    const farm = await makeFarm();
    const { lotId, event } = bought(farm, { count: 1000, meanG: 10, on: "01-10" });
    await farm.record(event);
    await farm.record({ kind: "mortality", lotId, count: 100, occurredAt: at("01-11") });
    await farm.record({ kind: "sampling", lotId, count: 30, meanG: 20, occurredAt: at("02-01") });
    expect(await farm.lot(lotId)).toMatchObject({ count: 900, massG: 18_000, revision: 3 });
    expect(await brokenRules(farm.alliance.id)).toEqual([]);
  });

  test("sent again is the same answer; with another content it is refused", async () => {
    const farm = await makeFarm();
    const { lotId, event } = bought(farm, { count: 1000, meanG: 10, on: "01-10" });
    await farm.record(event);
    const dead = bodyOf({ kind: "mortality", lotId, count: 5, occurredAt: at("01-12") });
    const answers = await Promise.all(Array.from({ length: 20 }, () => recordEvents(farm.keeper, [dead])));
    expect(answers.filter(([one]) => one?.status === "recorded")).toHaveLength(1);
    expect(await farm.lot(lotId)).toMatchObject({ count: 995 });
    await expect(recordEvents(farm.keeper, [{ ...dead, count: 6 } as typeof dead])).rejects.toThrow(IdTaken);
  });

  test("that looks wrong is asked once and marked when it is confirmed", async () => {
    const farm = await makeFarm();
    const { lotId, event } = bought(farm, { count: 1000, meanG: 100, on: "01-10" });
    await farm.record(event);
    const dead = { kind: "mortality", lotId, count: 60, occurredAt: at("01-12") } as const;
    await expect(farm.record({ ...dead, accept: [] })).rejects.toThrow(Doubtful);
    expect(await farm.lot(lotId)).toMatchObject({ count: 1000 });
    await farm.record({ ...dead, accept: ["massMortality"] });
    expect(await farm.lot(lotId)).toMatchObject({ count: 940 });
  });

  test("is nobody's who may not see the site, and not an onlooker's", async () => {
    const farm = await makeFarm();
    const { event } = bought(farm, { count: 10, meanG: 100, on: "01-10" });
    const stranger = await makeAlliance(["village"]);
    const write = (viewer: typeof farm.keeper.viewer) =>
      recordEvents({ viewer, now: farm.keeper.now }, [bodyOf(event)]);
    await expect(write(stranger.viewers.coordinator)).rejects.toThrow(Missing);
    await expect(write(farm.alliance.viewers.otherTown)).rejects.toThrow(Missing);
    await expect(write(farm.alliance.viewers.inspector)).rejects.toThrow(NotAllowed);
    await write(farm.alliance.viewers.town);
  });
});

describe("what is typed late", () => {
  test("is made up for at the next count, and there it stops", async () => {
    const farm = await makeFarm();
    const { lotId, event } = bought(farm, { count: 1000, meanG: 10, on: "01-10" });
    await farm.record(event);
    await farm.record({
      kind: "count",
      lotId,
      count: 950,
      massG: 19_000,
      method: "all",
      reason: "月底盘点",
      occurredAt: at("01-31"),
    });
    await farm.record({ kind: "mortality", lotId, count: 30, occurredAt: at("01-20") });
    expect(await farm.lot(lotId)).toMatchObject({ count: 950, massG: 19_000 });
    expect(await brokenRules(farm.alliance.id)).toEqual([]);
  });

  test("goes on through a sample, which keeps its mean", async () => {
    const farm = await makeFarm();
    const { lotId, event } = bought(farm, { count: 1000, meanG: 10, on: "01-10" });
    await farm.record(event);
    await farm.record({ kind: "sampling", lotId, count: 30, meanG: 20, occurredAt: at("02-01") });
    await farm.record({ kind: "mortality", lotId, count: 100, occurredAt: at("01-20") });
    expect(await farm.lot(lotId)).toMatchObject({ count: 900, massG: 18_000 });
  });

  test("waits where a later balance would fall below zero, and nothing is lost", async () => {
    const farm = await makeFarm();
    const { lotId, event } = bought(farm, { count: 100, meanG: 500, on: "01-10" });
    await farm.record(event);
    const harvest = {
      kind: "harvest" as const,
      purpose: "food" as const,
      ...{ lotId, harvestLotId: uuidv7(), count: 100, massG: 52_000, occurredAt: at("02-10") },
    };
    await farm.record(harvest);
    const dead = bodyOf({ kind: "mortality", lotId, count: 3, occurredAt: at("01-20") });
    expect(await recordEvents(farm.keeper, [dead])).toEqual([{ id: dead.id, status: "pending" }]);
    expect(await recordEvents(farm.keeper, [dead])).toEqual([{ id: dead.id, status: "pending" }]);
    expect(await countPending(farm.keeper.viewer)).toBe(1);
    expect(await farm.lot(lotId)).toMatchObject({ count: 0, massG: 0 });
    expect(await farm.lot(harvest.harvestLotId)).toMatchObject({ count: 100, massG: 52_000 });
  });

  test("is refused at its field when it is not late at all", async () => {
    const farm = await makeFarm();
    const { lotId, event } = bought(farm, { count: 100, meanG: 500, on: "01-10" });
    await farm.record(event);
    const dead = { kind: "mortality", lotId, count: 101, occurredAt: at("01-20") } as const;
    await expect(farm.record(dead)).rejects.toThrow(Refused);
    await expect(farm.record(dead)).rejects.toMatchObject({ field: "count" });
  });
});

describe("a void", () => {
  test("takes its event back at its own time", async () => {
    const farm = await makeFarm();
    const { lotId, event } = bought(farm, { count: 1000, meanG: 10, on: "01-10" });
    await farm.record(event);
    const dead = bodyOf({ kind: "mortality", lotId, count: 100, occurredAt: at("01-11") });
    await recordEvents(farm.keeper, [dead]);
    await farm.record({ kind: "sampling", lotId, count: 30, meanG: 20, occurredAt: at("02-01") });
    await farm.record({ kind: "void", eventId: dead.id });
    expect(await farm.lot(lotId)).toMatchObject({ count: 1000, massG: 20_000 });
    await expect(farm.record({ kind: "void", eventId: dead.id, reason: "again" })).rejects.toThrow(Refused);
    expect(await brokenRules(farm.alliance.id)).toEqual([]);
  });

  test("needs a reason from others and later, and is refused where it leaves a hole", async () => {
    const farm = await makeFarm();
    const { lotId, event } = bought(farm, { count: 100, meanG: 500, on: "01-10" });
    const body = bodyOf(event);
    await recordEvents(farm.keeper, [body]);
    const town = { viewer: farm.alliance.viewers.town, now: farm.keeper.now };
    const undo = () => bodyOf({ kind: "void", eventId: body.id });
    await expect(recordEvents(town, [undo()])).rejects.toMatchObject({ field: "reason" });
    const later = { ...farm.keeper, now: new Date(farm.keeper.now.getTime() + 11 * 60_000) };
    await expect(recordEvents(later, [undo()])).rejects.toMatchObject({ field: "reason" });
    await farm.record({ kind: "mortality", lotId, count: 1, occurredAt: at("01-20") });
    await expect(farm.record({ kind: "void", eventId: body.id, reason: "typed twice" })).rejects.toThrow(
      Refused,
    );
  });
});

test("three hundred dispatches of a kilogram at once take exactly the hundred there are", {
  timeout: 60_000,
}, async () => {
  const farm = await makeFarm();
  const { lotId, event } = bought(farm, { count: 100, meanG: 1000, on: "01-10" });
  await farm.record(event);
  const one = () =>
    farm.record({
      kind: "dispatch",
      purpose: "food",
      ...{ lotId, transitLotId: uuidv7() },
      ...{ count: 1, massG: 1000, receiver: "客户", occurredAt: at("01-11") },
    });
  const outcomes = await Promise.allSettled(Array.from({ length: 300 }, one));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(100);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Refused);
  expect(await farm.lot(lotId)).toMatchObject({ count: 0, massG: 0 });
  expect(await brokenRules(farm.alliance.id)).toEqual([]);
});
