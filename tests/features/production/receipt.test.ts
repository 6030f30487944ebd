import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { Missing, Refused } from "#app/audit/errors.ts";
import { database } from "#app/database.server.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { checks } from "#db/checks.server.ts";
import { makeAlliance, makeSite } from "../../factories.ts";
import { at, bodyOf, brokenRules, type Said } from "./ledger.ts";

/** A village that sends, an enterprise with a pond and a plant that receives, and another that has no part in it. */
async function makeRoad() {
  const alliance = await makeAlliance(["village", "enterprise", "otherEnterprise"], { stocked: false });
  const { village, enterprise } = alliance.organizations;
  const [pond, basin, plant] = [
    makeSite({ kind: "pond", organizationId: village.id, volumeM3: 100_000 }),
    makeSite({ kind: "pond", organizationId: enterprise.id, volumeM3: 100_000 }),
    makeSite({ kind: "plant", organizationId: enterprise.id }),
  ] as const;
  await insertSites(alliance.writer, [pond, basin, plant]);
  const now = new Date("2026-03-15T02:00:00Z");
  const by =
    (party: "village" | "enterprise" | "otherEnterprise") =>
    (...said: Said[]) =>
      recordEvents({ viewer: alliance.viewers[party], now }, said.map(bodyOf));
  const lotId = uuidv7();
  await by("village")({
    ...{
      kind: "buy",
      lotId,
      count: 1000,
      meanG: 500,
      form: "farmed",
      species: "grass_carp",
      supplier: "苗场",
    },
    ...{ siteId: pond.id, occurredAt: at("01-10") },
  });
  const lot = (id: string) =>
    database
      .selectFrom("lot")
      .select(["siteId", "form", "count", "massG", "product"])
      .where("allianceId", "=", alliance.id)
      .where("id", "=", id)
      .executeTakeFirst();
  const send = async (purpose: "food" | "rearing" = "food", receiverId = enterprise.id) => {
    const transitLotId = uuidv7();
    const event = { id: uuidv7(), lotId, transitLotId, purpose, receiverId, receiver: "企业" };
    await by("village")({
      ...{ kind: "dispatch", ...event, count: 100, massG: 50_000, occurredAt: at("03-01") },
    });
    return { transitLotId, dispatchId: event.id };
  };
  return { alliance, by, lot, lotId, pond: pond.id, basin: basin.id, plant: plant.id, send };
}
const received = { kind: "receipt", purpose: "food", occurredAt: at("03-01", "15:00") } as const;

describe("a receipt", () => {
  test("empties the lot on the way into accepted, returned and dead, and the scale's difference is said", async () => {
    const road = await makeRoad();
    const { transitLotId } = await road.send();
    const [taken, back] = [uuidv7(), uuidv7()];
    await road.by("enterprise")({
      ...{ ...received, siteId: road.plant, transitLotId, supplierLot: "P1-260110", reason: "个头小" },
      accepted: { lotId: taken, massG: 39_000 },
      returned: { lotId: back, massG: 8_000 },
      dead: { massG: 2_000, count: 4 },
    });
    expect(await road.lot(transitLotId)).toMatchObject({ count: 0, massG: 0 });
    // 94 fish beyond one each are shared 39 : 8 by largest remainder.
    expect(await road.lot(taken)).toMatchObject({
      siteId: road.plant,
      form: "harvest",
      count: 79,
      massG: 39_000,
    });
    expect(await road.lot(back)).toMatchObject({
      siteId: road.pond,
      form: "harvest",
      count: 17,
      massG: 8_000,
    });
    const entries = await database
      .selectFrom("entry")
      .select(["reason", "count", "massG"])
      .where("lotId", "=", transitLotId)
      .orderBy("massG")
      .execute();
    expect(entries).toEqual([
      { reason: "move", count: -79, massG: -39_000 },
      { reason: "move", count: -17, massG: -8_000 },
      { reason: "loss", count: -4, massG: -2_000 },
      { reason: "shrink", count: 0, massG: -1_000 },
      { reason: "move", count: 100, massG: 50_000 },
    ]);
    expect(await brokenRules(road.alliance.id)).toEqual([]);
  });

  test("is written by whom it was sent to and nobody else, and opens nothing beside the lot on the way", async () => {
    const road = await makeRoad();
    const { transitLotId } = await road.send();
    const said = { ...received, transitLotId, accepted: { lotId: uuidv7(), massG: 50_000 } };
    const other = road.alliance.organizations.otherEnterprise.sites[0]?.id as string;
    await expect(road.by("otherEnterprise")({ ...said, siteId: other })).rejects.toThrow(Missing);
    await expect(road.by("village")({ ...said, siteId: road.pond })).rejects.toThrow(Refused);
    const theft = { kind: "transfer", fromLotId: road.lotId, siteId: road.basin, lotId: uuidv7() } as const;
    await expect(
      road.by("enterprise")(
        { ...said, siteId: road.plant },
        { ...theft, count: 10, occurredAt: at("03-02") },
      ),
    ).rejects.toThrow(Missing);
    await road.by("enterprise")({ ...said, siteId: road.plant });
  });

  test("comes once: of two at the same moment one is refused", async () => {
    const road = await makeRoad();
    const { transitLotId } = await road.send();
    const once = () =>
      road.by("enterprise")({
        ...{ ...received, siteId: road.plant, transitLotId },
        accepted: { lotId: uuidv7(), massG: 50_000 },
      });
    const answers = await Promise.allSettled([once(), once()]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await brokenRules(road.alliance.id)).toEqual([]);
  });

  test("stands in the way of voiding its dispatch, and can be voided by the receiver", async () => {
    const road = await makeRoad();
    const { transitLotId, dispatchId } = await road.send();
    const [id, back] = [uuidv7(), uuidv7()];
    await road.by("enterprise")({
      ...{ ...received, id, siteId: road.plant, transitLotId },
      accepted: { lotId: uuidv7(), massG: 40_000 },
      returned: { lotId: back, massG: 10_000 },
    });
    const undone = { kind: "void", reason: "记错" } as const;
    await expect(road.by("village")({ ...undone, eventId: dispatchId })).rejects.toThrow("voidHole");
    await expect(road.by("village")({ ...undone, eventId: id })).rejects.toThrow(Missing);
    await road.by("enterprise")({ ...undone, eventId: id });
    expect(await road.lot(transitLotId)).toMatchObject({ count: 100, massG: 50_000 });
    expect(await road.lot(back)).toMatchObject({ count: 0, massG: 0 });
  });

  test("of fish to be reared carries what is left of a withdrawal into the receiver's pond", async () => {
    const road = await makeRoad();
    await road.by("village")({
      ...{ kind: "treatment", siteId: road.pond, labelId: "povidone-iodine-solution@2011", unit: "ml" },
      ...{
        symptom: "烂鳃",
        appliedBy: "张三",
        occurredAt: at("02-27"),
        doses: [{ on: "2026-02-27", amount: 100 }],
      },
    });
    await expect(road.send("food")).rejects.toThrow("withdrawal");
    const { transitLotId } = await road.send("rearing");
    const lotId = uuidv7();
    const accepted = { lotId, massG: 50_000 };
    await expect(
      road.by("enterprise")({ ...received, siteId: road.plant, transitLotId, accepted }),
    ).rejects.toThrow("withdrawal");
    await road.by("enterprise")({
      ...received,
      purpose: "rearing",
      siteId: road.basin,
      transitLotId,
      accepted,
    });
    expect(await road.lot(lotId)).toMatchObject({ siteId: road.basin, form: "farmed", count: 100 });
    const carried = await database
      .selectFrom("lotWithdrawal")
      .select("endedOn")
      .where("lotId", "=", lotId)
      .execute();
    expect(carried).toEqual([{ endedOn: null }]);
  });
});

describe("processing", () => {
  test("makes goods that remember every source in proportion, and can be sent on", async () => {
    const road = await makeRoad();
    const inputs = [];
    for (const massG of [30_000, 10_001]) {
      const { transitLotId } = await road.send();
      const lotId = uuidv7();
      await road.by("enterprise")({
        ...{ ...received, siteId: road.plant, transitLotId },
        ...{ accepted: { lotId, massG }, returned: { lotId: uuidv7(), massG: 50_000 - massG } },
      });
      const { count } = (await road.lot(lotId)) as { count: number };
      inputs.push({ lotId, count, massG });
    }
    const [fillet, balls, transitLotId] = [uuidv7(), uuidv7(), uuidv7()];
    await road.by("enterprise")({
      ...{ kind: "processing", siteId: road.plant, occurredAt: at("03-02"), inputs },
      outputs: [
        { lotId: fillet, product: "鱼片", massG: 15_000 },
        { lotId: balls, product: "鱼丸", massG: 5_000 },
      ],
      byProducts: [{ product: "鱼头", massG: 8_000 }],
    });
    expect(await road.lot(fillet)).toMatchObject({
      form: "goods",
      product: "鱼片",
      count: null,
      massG: 15_000,
    });
    const links = await database
      .selectFrom("lotLink")
      .select(["parentId", "count", "massG"])
      .where("childId", "=", fillet)
      .orderBy("massG", "desc")
      .execute();
    expect(links).toEqual([
      { parentId: inputs[0]?.lotId, count: null, massG: 11_250 },
      { parentId: inputs[1]?.lotId, count: null, massG: 3_750 },
    ]);
    await road.by("enterprise")({
      ...{ kind: "dispatch", lotId: fillet, transitLotId, purpose: "food", receiver: "超市" },
      ...{ massG: 5_000, occurredAt: at("03-03") },
    });
    expect(await road.lot(transitLotId)).toMatchObject({ product: "鱼片", count: null, massG: 5_000 });
    expect(await brokenRules(road.alliance.id)).toEqual([]);
    for (const { name, sql: query } of checks) {
      const { rows } = await sql`select * from (${sql.raw(query)}) as broken
        where alliance_id = ${road.alliance.id}`.execute(database);
      expect(rows, name).toEqual([]);
    }
  });

  test("is held to what a fish can yield", async () => {
    const road = await makeRoad();
    const { transitLotId } = await road.send();
    const lotId = uuidv7();
    await road.by("enterprise")({
      ...{ ...received, siteId: road.plant, transitLotId, accepted: { lotId, massG: 50_000 } },
    });
    const process = (massG: number, accept: string[] = []) =>
      road.by("enterprise")({
        ...{ kind: "processing", siteId: road.plant, occurredAt: at("03-02"), accept },
        inputs: [{ lotId, count: 100, massG: 50_000 }],
        outputs: [{ lotId: uuidv7(), product: "鱼片", massG }],
      });
    await expect(process(9_999)).rejects.toThrow("yield");
    await expect(process(50_001)).rejects.toThrow("yield");
    await expect(process(40_001)).rejects.toThrow("yield");
    await process(40_001, ["yield"]);
  });
});
