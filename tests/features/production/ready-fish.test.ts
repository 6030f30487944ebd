import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { sumLots } from "#app/features/production/queries/list-lots.server.ts";
import { at, bought, makeFarm } from "./ledger.ts";

test("ready are fish of market weight that nothing keeps back, and nobody else's", async () => {
  const farm = await makeFarm();
  const heavy = bought(farm, { count: 100, meanG: 500, on: "01-10" });
  const light = bought(farm, { count: 100, meanG: 120, on: "01-10" });
  const held = bought(farm, { count: 100, meanG: 500, on: "01-10", siteId: farm.sites.otherPond });
  await farm.record(heavy.event, light.event, held.event);
  await database
    .insertInto("lotHold")
    .values({
      ...{ allianceId: farm.alliance.id, lotId: held.lotId, originId: uuidv7(), kind: "inspector" },
      ...{
        reason: "抽检",
        fromAt: new Date(at("01-11")),
        placedAt: new Date(at("01-11")),
        placedByName: "监管员",
      },
    })
    .execute();
  const ready = await sumLots(farm.keeper.viewer, { state: "ready" }, "2026-03-15");
  expect(ready).toMatchObject([{ species: "largemouth_bass", lots: 1, count: 100, massG: 50_000 }]);
  expect(await sumLots((await makeFarm()).keeper.viewer, { state: "ready" }, "2026-03-15")).toEqual([]);
});
