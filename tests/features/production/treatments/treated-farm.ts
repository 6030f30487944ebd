import { v7 as uuidv7 } from "uuid";
import { database } from "#app/database.server.ts";
import { at, bought, type Farm, makeFarm, type Said } from "../ledger.ts";

const iodine = "povidone-iodine-solution@2011";

export const treated = (farm: Farm, more: Partial<Extract<Said, { kind: "treatment" }>> = {}) =>
  ({
    ...{ kind: "treatment", siteId: farm.sites.pond, symptom: "烂鳃", labelId: iodine, unit: "ml" },
    ...{ doses: [{ on: "2026-02-01", amount: 500 }], appliedBy: "王师傅", occurredAt: at("02-01") },
    ...more,
  }) satisfies Said;

export const caught = (lotId: string, on: string, more: Partial<Extract<Said, { kind: "harvest" }>> = {}) =>
  ({
    ...{ kind: "harvest", purpose: "food", lotId, harvestLotId: uuidv7(), count: 10, massG: 5000 },
    ...{ occurredAt: at(on), ...more },
  }) satisfies Said;

export const tested = (lotId: string, on: string, passed = false) =>
  ({
    ...{ kind: "test", test: "sent", lotId, occurredAt: at(on), covers: ["florfenicol-powder"] },
    items: [{ item: "氟苯尼考", limit: "1000 μg/kg", result: "1800 μg/kg", passed }],
  }) satisfies Said;

export async function stockedFarm() {
  const farm = await makeFarm();
  const { lotId, event } = bought(farm, { count: 1000, meanG: 500, on: "01-10" });
  await farm.record(event);
  return { farm, lotId };
}

export const carried = (farm: Farm, lotId: string) =>
  database
    .selectFrom("lotWithdrawal")
    .selectAll()
    .where("allianceId", "=", farm.alliance.id)
    .where("lotId", "=", lotId)
    .execute();
export const held = (farm: Farm, lotId: string) =>
  database
    .selectFrom("lotHold")
    .select(["kind", "reason", "liftedAt"])
    .where("allianceId", "=", farm.alliance.id)
    .where("lotId", "=", lotId)
    .execute();
export const breaches = (farm: Farm) =>
  database
    .selectFrom("breach")
    .select(["eventId", "lotId", "closedAt"])
    .where("allianceId", "=", farm.alliance.id)
    .execute();
