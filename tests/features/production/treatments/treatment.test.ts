import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { Refused } from "#app/audit/errors.ts";
import { Doubtful } from "#app/features/production/errors.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import type { DayReading, DayTemperatures } from "#app/features/production/treatments/day-mean.ts";
import {
  recountDay,
  recountWithdrawals,
} from "#app/features/production/treatments/queries/recount.server.ts";
import { addDays } from "#app/i18n/day.ts";
import { at, bodyOf, bought, brokenRules, makeFarm } from "../ledger.ts";
import { breaches, carried, caught, held, stockedFarm, tested, treated } from "./treated-farm.ts";

/** The same mean every day: twice measured, five degrees around it. */
const warm =
  (c: number): DayTemperatures =>
  async (_, siteIds, { from, to }) => {
    const days: DayReading[] = [];
    for (let day = from; day <= to; day = addDays(day, 1))
      days.push({ day, n: 2, sumC: 2 * c, minC: c - 5, maxC: c + 5 });
    return new Map(siteIds.map((siteId) => [siteId, days]));
  };

describe("a course", () => {
  test("withholds every lot of the pond from its first dose, and says when they are likely fit", async () => {
    const { farm, lotId } = await stockedFarm();
    await farm.record(treated(farm));
    const [withdrawal] = await carried(farm, lotId);
    expect(withdrawal).toMatchObject({ fromOn: "2026-02-01", lastDoseOn: "2026-02-01", degreeDays: 500 });
    expect(withdrawal?.endedOn).toBeNull();
    expect(String(withdrawal?.expectedFrom) < String(withdrawal?.expectedTo)).toBe(true);
    await expect(farm.record(caught(lotId, "03-01"))).rejects.toMatchObject({ field: "purpose" });
  });

  test("lets fish go on to be reared, and to disposal, and what remains goes along", async () => {
    const { farm, lotId } = await stockedFarm();
    await farm.record(treated(farm));
    const toLotId = uuidv7();
    await farm.record({
      ...{ kind: "transfer", fromLotId: lotId, siteId: farm.sites.otherPond, lotId: toLotId },
      ...{ count: 100, occurredAt: at("02-10") },
    });
    await farm.record(caught(lotId, "02-11", { purpose: "disposal" }));
    expect(await carried(farm, toLotId)).toHaveLength(1);
    await expect(farm.record(caught(toLotId, "03-01"))).rejects.toThrow(Refused);
    expect(await brokenRules(farm.alliance.id)).toEqual([]);
  });

  test("reaches fish that came during it, and fish whose coming is typed after it", async () => {
    const farm = await makeFarm();
    const early = bought(farm, { count: 100, meanG: 500, on: "01-10" });
    await farm.record(early.event);
    const doses = ["2026-02-01", "2026-02-03", "2026-02-05"].map((on) => ({ on, amount: 100 }));
    const during = bought(farm, { count: 100, meanG: 500, on: "02-04" });
    await farm.record(during.event);
    await farm.record(treated(farm, { doses }));
    const late = bought(farm, { count: 100, meanG: 500, on: "01-20" });
    const lateDuring = bought(farm, { count: 100, meanG: 500, on: "02-02" });
    const after = bought(farm, { count: 100, meanG: 500, on: "02-06" });
    await farm.record(late.event, lateDuring.event, after.event);
    for (const { lotId } of [early, during, late, lateDuring])
      expect(await carried(farm, lotId)).toMatchObject([{ lastDoseOn: "2026-02-05" }]);
    expect(await carried(farm, after.lotId)).toEqual([]);
  });

  test("holds a species that is not on the label, and only that", async () => {
    const { farm, lotId } = await stockedFarm();
    const carp = bought(farm, { count: 100, meanG: 500, on: "01-11" });
    await farm.record({ ...carp.event, species: "grass_carp" });
    const bassIsNot = treated(farm, { labelId: "praziquantel-premix@2011", unit: "g" });
    await expect(farm.record({ ...bassIsNot, accept: [] })).rejects.toThrow(Doubtful);
    await farm.record(bassIsNot);
    expect(await held(farm, lotId)).toMatchObject([{ kind: "off_label" }]);
    expect(await held(farm, carp.lotId)).toEqual([]);
    expect(await carried(farm, carp.lotId)).toHaveLength(1);
  });

  test("of an unknown or a prohibited drug is recorded, and held", async () => {
    const { farm, lotId } = await stockedFarm();
    const unknown = treated(farm, { labelId: undefined, drugName: "孔雀石绿粉" });
    await expect(farm.record({ ...unknown, accept: ["unknownDrug"] })).rejects.toThrow("prohibitedDrug");
    await farm.record(unknown);
    expect(await held(farm, lotId)).toMatchObject([{ kind: "unknown_drug", reason: "孔雀石绿粉" }]);
    await expect(farm.record(caught(lotId, "03-01"))).rejects.toThrow(Refused);
  });

  test("of a prescription drug needs who prescribed it and the number", async () => {
    const { farm } = await stockedFarm();
    const course = treated(farm, { labelId: "florfenicol-powder@2011", unit: "g" });
    await expect(farm.record(course)).rejects.toMatchObject({ field: "prescriber" });
    const prescriber = { prescriber: "李兽医", prescriberKind: "veterinarian" } as const;
    await expect(farm.record({ ...course, ...prescriber })).rejects.toMatchObject({
      field: "prescriptionNumber",
    });
    await farm.record({ ...course, ...prescriber, prescriptionNumber: "CF-1" });
  });

  test("begins with its first dose, under a label that was in force", async () => {
    const { farm } = await stockedFarm();
    const wrongDay = treated(farm, { doses: [{ on: "2026-02-02", amount: 1 }] });
    await expect(farm.record(wrongDay)).rejects.toMatchObject({ field: "doses" });
    const prescribed = { prescriber: "李", prescriberKind: "veterinarian", prescriptionNumber: "1" } as const;
    const early = treated(farm, {
      ...{ labelId: "enrofloxacin-powder@2026", ...prescribed, occurredAt: "2025-12-30T09:00:00+08:00" },
      doses: [{ on: "2025-12-30", amount: 1 }],
    });
    await expect(farm.record(early)).rejects.toMatchObject({ field: "labelId" });
  });

  test("that is voided withholds nothing any more", async () => {
    const { farm, lotId } = await stockedFarm();
    const course = bodyOf(treated(farm));
    await recordEvents(farm.keeper, [course]);
    await farm.record({ kind: "void", eventId: course.id, reason: "记错池" });
    await farm.record(caught(lotId, "03-01"));
    expect(await breaches(farm)).toEqual([]);
  });
});

describe("mixing", () => {
  test("withholds the whole, but makes no breach of what was sold before", async () => {
    const { farm, lotId } = await stockedFarm();
    const clean = bought(farm, { count: 100, meanG: 500, on: "01-11", siteId: farm.sites.otherPond });
    await farm.record(clean.event);
    await farm.record(treated(farm));
    await farm.record(caught(clean.lotId, "02-05"));
    const [moved, merged] = [uuidv7(), uuidv7()];
    await farm.record({
      ...{ kind: "transfer", fromLotId: lotId, siteId: farm.sites.otherPond, lotId: moved },
      ...{ count: 100, occurredAt: at("02-10") },
    });
    await farm.record({
      ...{ kind: "merge", fromLotIds: [clean.lotId, moved], siteId: farm.sites.otherPond },
      ...{ lotId: merged, occurredAt: at("02-11") },
    });
    await expect(farm.record(caught(merged, "02-12"))).rejects.toThrow(Refused);
    expect(await breaches(farm)).toEqual([]);
  });
});

describe("a truth that comes late", () => {
  test("opens a breach for what went to food since, and holds what it became", async () => {
    const { farm, lotId } = await stockedFarm();
    const before = caught(lotId, "01-31");
    const since = bodyOf(caught(lotId, "02-20"));
    await farm.record(before);
    await recordEvents(farm.keeper, [since]);
    await farm.record(treated(farm));
    expect(await breaches(farm)).toMatchObject([{ eventId: since.id, lotId }]);
    const { harvestLotId } = since as Extract<typeof since, { kind: "harvest" }>;
    expect(await held(farm, harvestLotId)).toMatchObject([{ kind: "breach", liftedAt: null }]);
    expect(await held(farm, before.harvestLotId)).toEqual([]);
  });

  test("of the same day is told from what was caught before the first dose", async () => {
    const { farm, lotId } = await stockedFarm();
    await farm.record(caught(lotId, "02-01", { occurredAt: at("02-01", "07:00") }));
    await farm.record(treated(farm));
    expect(await breaches(farm)).toEqual([]);
  });

  test("by a corrected reading reopens what had ended", async () => {
    const { farm, lotId } = await stockedFarm();
    await farm.record(treated(farm));
    await recountWithdrawals(farm.keeper, [farm.sites.pond], warm(25));
    // 1 February and 20 days of 25 °C: fit from the 22nd.
    expect(await carried(farm, lotId)).toMatchObject([{ endedOn: "2026-02-22", expectedTo: null }]);
    await expect(farm.record(caught(lotId, "02-21"))).rejects.toThrow(Refused);
    const sold = bodyOf(caught(lotId, "02-23"));
    await recordEvents(farm.keeper, [sold]);
    await recountWithdrawals(farm.keeper, [farm.sites.pond], warm(24.9));
    expect(await breaches(farm)).toMatchObject([]);
    await recountWithdrawals(farm.keeper, [farm.sites.pond], warm(8));
    expect(await breaches(farm)).toMatchObject([{ eventId: sold.id }]);
    await expect(farm.record(caught(lotId, "03-10"))).rejects.toThrow(Refused);
  });
});

describe("a failed test", () => {
  test("holds the lot and its descendants, for rearing too", async () => {
    const { farm, lotId } = await stockedFarm();
    const sold = bodyOf(caught(lotId, "02-20"));
    await recordEvents(farm.keeper, [sold]);
    await farm.record(tested(lotId, "02-10"));
    expect((await held(farm, lotId)).map(({ kind }) => kind).sort()).toEqual(["breach", "test_failed"]);
    expect(await breaches(farm)).toMatchObject([{ eventId: sold.id }]);
    await expect(farm.record(caught(lotId, "03-01", { purpose: "rearing" }))).rejects.toThrow(Refused);
    await farm.record(caught(lotId, "03-01", { purpose: "disposal" }));
  });

  test("is written by an inspector, a passed one withholds nothing", async () => {
    const { farm, lotId } = await stockedFarm();
    const inspector = { viewer: farm.alliance.viewers.inspector, now: farm.keeper.now };
    await recordEvents(inspector, [bodyOf(tested(lotId, "02-10", true))]);
    expect(await held(farm, lotId)).toEqual([]);
  });
});

test("a treatment and a harvest at once: refused, or a breach, never passed unseen", {
  timeout: 120_000,
}, async () => {
  for (let round = 0; round < 6; round += 1) {
    const { farm, lotId } = await stockedFarm();
    const harvest = bodyOf(caught(lotId, "02-20"));
    const [booked] = await Promise.allSettled([
      recordEvents(farm.keeper, [harvest]),
      farm.record(treated(farm)),
    ]);
    const seen = (await breaches(farm)).map(({ eventId }) => eventId);
    expect(seen).toEqual(booked.status === "fulfilled" ? [harvest.id] : []);
  }
});

test("the day's count moves on what is open, and stops", async () => {
  const { farm, lotId } = await stockedFarm();
  await farm.record(treated(farm));
  await recountDay(new Date("2026-03-20T02:00:00Z"));
  expect(await carried(farm, lotId)).toMatchObject([{ countedTo: "2026-03-19", reached: 0 }]);
});
