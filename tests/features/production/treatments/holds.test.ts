import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { Missing, Refused } from "#app/audit/errors.ts";
import { database } from "#app/database.server.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { closeBreaches, listBreaches } from "#app/features/production/treatments/queries/breaches.server.ts";
import { liftHold, listHolds, placeHold } from "#app/features/production/treatments/queries/holds.server.ts";
import { makeAlliance } from "../../../factories.ts";
import { at, bodyOf, bought, type Farm } from "../ledger.ts";
import { caught, held, stockedFarm, treated } from "./treated-farm.ts";

const inspectorOf = (farm: Farm, day = "02-10") => ({
  viewer: farm.alliance.viewers.inspector,
  now: new Date(at(day)),
});
const transfer = (farm: Farm, fromLotId: string, day: string, to: "pond" | "otherPond" = "otherPond") => {
  const lotId = uuidv7();
  const moved = { fromLotId, siteId: farm.sites[to], lotId, count: 50, occurredAt: at(day) };
  return { lotId, event: { kind: "transfer" as const, ...moved } };
};
const logged = (subjectId: string) =>
  database
    .selectFrom("auditLog")
    .select(["action", "accountName", "after"])
    .where("subjectId", "=", subjectId)
    .orderBy("id")
    .execute();
const strangers = async () => {
  const { viewers } = await makeAlliance(["village"], { stocked: false });
  return { viewer: viewers.inspector, now: new Date(at("02-12")) };
};

describe("an inspector's hold", () => {
  test("stands on the lot, on what came of it before and after, and on nothing else", async () => {
    const { farm, lotId } = await stockedFarm();
    const neighbour = bought(farm, { count: 100, meanG: 500, on: "01-11" });
    await farm.record(neighbour.event);
    const before = transfer(farm, lotId, "01-20");
    await farm.record(before.event);
    await placeHold(inspectorOf(farm), { id: uuidv7(), lotId, reason: "群众举报" });
    const after = transfer(farm, before.lotId, "02-20", "pond");
    await farm.record(after.event);
    for (const id of [lotId, before.lotId, after.lotId]) {
      expect(await held(farm, id)).toEqual([{ kind: "inspector", reason: "群众举报", liftedAt: null }]);
      await expect(farm.record(caught(id, "03-01"))).rejects.toThrow(Refused);
    }
    await farm.record(caught(neighbour.lotId, "03-01"));
    // Before it was placed nothing withheld them.
    await farm.record(caught(lotId, "02-05"));
  });

  test("sent again is the same hold; of another alliance's lot there is none", async () => {
    const { farm, lotId } = await stockedFarm();
    const hold = { id: uuidv7(), lotId, reason: "群众举报" };
    const both = [placeHold(inspectorOf(farm), hold), placeHold(inspectorOf(farm), hold)];
    await Promise.all(both);
    await placeHold(inspectorOf(farm, "02-11"), { ...hold, reason: "别的话" });
    expect(await held(farm, lotId)).toMatchObject([{ reason: "群众举报" }]);
    expect(await logged(hold.id)).toMatchObject([
      { action: "hold.placed", accountName: farm.alliance.viewers.inspector.name, after: { lots: 1 } },
    ]);
    await expect(placeHold(await strangers(), { ...hold, id: uuidv7() })).rejects.toThrow(Missing);
  });

  test("is lifted on every lot at once, with the reason, and once", async () => {
    const { farm, lotId } = await stockedFarm();
    const moved = transfer(farm, lotId, "01-20");
    await farm.record(moved.event);
    const originId = uuidv7();
    await placeHold(inspectorOf(farm), { id: originId, lotId, reason: "群众举报" });
    const lifting = { originId, kind: "inspector" as const, reason: "复检合格" };
    await expect(liftHold(await strangers(), lifting)).rejects.toThrow(Missing);
    await liftHold(inspectorOf(farm, "02-15"), lifting);
    await liftHold(inspectorOf(farm, "02-16"), { ...lifting, reason: "又一次" });
    for (const id of [lotId, moved.lotId]) {
      expect(await held(farm, id)).toMatchObject([{ liftedAt: new Date(at("02-15")) }]);
      await farm.record(caught(id, "02-20"));
      await expect(farm.record(caught(id, "02-14"))).rejects.toThrow(Refused);
    }
    expect(await listHolds(farm.alliance.viewers.inspector, { limit: 10 })).toEqual([]);
    expect((await logged(originId)).map(({ action, after }) => ({ action, after }))).toEqual([
      { action: "hold.placed", after: { kind: "inspector", reason: "群众举报", lots: 2 } },
      { action: "hold.lifted", after: { kind: "inspector", reason: "复检合格", lots: 2 } },
    ]);
  });

  test("lifted leaves another hold and a withdrawal where they are", async () => {
    const { farm, lotId } = await stockedFarm();
    await farm.record(treated(farm));
    const [first, second] = [uuidv7(), uuidv7()];
    for (const id of [first, second]) await placeHold(inspectorOf(farm), { id, lotId, reason: id });
    await liftHold(inspectorOf(farm, "02-11"), { originId: first, kind: "inspector", reason: "复检合格" });
    expect((await held(farm, lotId)).filter(({ liftedAt }) => liftedAt === null)).toMatchObject([
      { reason: second },
    ]);
    await liftHold(inspectorOf(farm, "02-11"), { originId: second, kind: "inspector", reason: "复检合格" });
    await expect(farm.record(caught(lotId, "02-20"))).rejects.toThrow(Refused);
  });
});

describe("a breach", () => {
  async function breachedFarm() {
    const { farm, lotId } = await stockedFarm();
    const sold = bodyOf(caught(lotId, "02-20")) as ReturnType<typeof bodyOf> & { harvestLotId: string };
    await recordEvents(farm.keeper, [sold]);
    const cause = bodyOf(treated(farm));
    await recordEvents(farm.keeper, [cause]);
    return { farm, sold, cause };
  }
  const open = (farm: Farm) => listBreaches(farm.alliance.viewers.inspector, { limit: 10 });

  test("is closed with a note, and once; what it holds stays held until that is lifted", async () => {
    const { farm, sold, cause } = await breachedFarm();
    expect(await open(farm)).toMatchObject([
      { eventId: sold.id, causeEventId: cause.id, causeKind: "treatment" },
    ]);
    await expect(closeBreaches(await strangers(), { eventId: sold.id, note: "x" })).rejects.toThrow(Missing);
    await closeBreaches(inspectorOf(farm, "02-25"), { eventId: sold.id, note: "已召回" });
    await closeBreaches(inspectorOf(farm, "02-26"), { eventId: sold.id, note: "又一次" });
    expect(await open(farm)).toEqual([]);
    expect(await logged(sold.id)).toMatchObject([
      { action: "event.recorded" },
      { action: "breach.closed", after: { note: "已召回" } },
    ]);
    expect(await held(farm, sold.harvestLotId)).toMatchObject([{ kind: "breach", liftedAt: null }]);
    const said = { kind: "sale", purpose: "food", lotId: sold.harvestLotId, buyer: "客户" } as const;
    const sale = { ...said, count: 10, massG: 5000, occurredAt: at("02-26") };
    await expect(farm.record(sale)).rejects.toThrow(Refused);
  });

  test("closed is not opened again by a second truth, which opens its own", async () => {
    const { farm, sold } = await breachedFarm();
    await closeBreaches(inspectorOf(farm, "02-25"), { eventId: sold.id, note: "已召回" });
    await farm.record(treated(farm, { doses: [{ on: "2026-02-05", amount: 100 }], occurredAt: at("02-05") }));
    expect(await open(farm)).toMatchObject([{ eventId: sold.id, closedAt: null }]);
  });
});
