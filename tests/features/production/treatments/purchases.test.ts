import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import {
  insertPurchases,
  listDrugStock,
  listPurchases,
} from "#app/features/production/treatments/queries/purchases.server.ts";
import type { NewPurchase } from "#app/features/production/treatments/schema.ts";
import { makeAlliance } from "../../../factories.ts";
import { at, bodyOf, type Farm } from "../ledger.ts";
import { stockedFarm, treated } from "./treated-farm.ts";

const villageOf = (farm: Farm) => farm.alliance.organizations.village.id;
const purchase = (farm: Farm, more: Partial<NewPurchase> = {}): NewPurchase => ({
  ...{ id: uuidv7(), organizationId: villageOf(farm), drugId: "povidone-iodine-solution", batch: "B1" },
  ...{ amount: 2, unit: "l", boughtOn: "2026-01-05", supplier: "渔药店", ...more },
});
const stock = async (farm: Farm, today = "2026-03-15", organizationId = villageOf(farm)) =>
  (await listDrugStock(farm.keeper.viewer, { organizationId, today })).map(
    ({ drugId, drugName, unit, bought, used, left }) => [drugId ?? drugName, unit, bought, used, left],
  );

test("a purchase is written once, with its entry in the log, and listed newest first, bounded", async () => {
  const { farm } = await stockedFarm();
  const first = purchase(farm);
  const later = purchase(farm, {
    boughtOn: "2026-02-05",
    drugId: undefined,
    drugName: "土方",
    unit: "bottle",
  });
  await insertPurchases(farm.keeper, [first, later]);
  await insertPurchases(farm.keeper, [first]);
  const list = (more: { since?: string; limit: number }) =>
    listPurchases(farm.keeper.viewer, { organizationId: villageOf(farm), ...more });
  expect((await list({ limit: 10 })).map(({ id }) => id)).toEqual([later.id, first.id]);
  expect(await list({ limit: 1 })).toMatchObject([{ drugName: "土方", unit: "bottle" }]);
  expect((await list({ since: "2026-02-01", limit: 10 })).map(({ id }) => id)).toEqual([later.id]);
  const logged = await database
    .selectFrom("auditLog")
    .select("id")
    .where("subjectId", "=", first.id)
    .execute();
  expect(logged).toHaveLength(1);
});

test("nobody of another alliance finds them", async () => {
  const { farm } = await stockedFarm();
  await insertPurchases(farm.keeper, [purchase(farm)]);
  const { viewers } = await makeAlliance(["village"], { stocked: false });
  const asked = { organizationId: villageOf(farm), today: "2026-03-15", limit: 10 };
  expect(await listPurchases(viewers.coordinator, asked)).toEqual([]);
  expect(await listDrugStock(viewers.coordinator, asked)).toEqual([]);
});

test("what remains is what was bought less the doses given, litres as millilitres, up to the day", async () => {
  const { farm } = await stockedFarm();
  await insertPurchases(farm.keeper, [purchase(farm), purchase(farm, { amount: 250, unit: "ml" })]);
  const doses = ["2026-02-01", "2026-02-03"].map((on) => ({ on, amount: 500 }));
  const course = bodyOf(treated(farm, { doses }));
  await recordEvents(farm.keeper, [course]);
  expect(await stock(farm)).toEqual([["povidone-iodine-solution", "ml", 2250, 1000, 1250]]);
  expect(await stock(farm, "2026-02-02")).toEqual([["povidone-iodine-solution", "ml", 2250, 500, 1750]]);
  expect(await stock(farm, "2026-01-04")).toEqual([]);
  await farm.record({ kind: "void", eventId: course.id, reason: "记错池" });
  expect(await stock(farm)).toEqual([["povidone-iodine-solution", "ml", 2250, 0, 2250]]);
});

test("more given than bought shows below zero; each drug and each unit by itself", async () => {
  const { farm } = await stockedFarm();
  const byName = { drugId: undefined, drugName: "土方" };
  await insertPurchases(farm.keeper, [
    purchase(farm, { amount: 100, unit: "ml" }),
    purchase(farm, { ...byName, amount: 3, unit: "bottle" }),
    purchase(farm, { ...byName, amount: 1, unit: "kg" }),
  ]);
  await farm.record(treated(farm));
  await farm.record(
    treated(farm, {
      labelId: undefined,
      drugName: "土方",
      unit: "g",
      doses: [{ on: "2026-02-02", amount: 400 }],
      occurredAt: at("02-02"),
    }),
  );
  expect(await stock(farm)).toEqual([
    ["povidone-iodine-solution", "ml", 100, 500, -400],
    ["土方", "bottle", 3, 0, 3],
    ["土方", "g", 1000, 400, 600],
  ]);
  expect(await stock(farm, "2026-03-15", farm.alliance.organizations.neighbour.id)).toEqual([]);
});
