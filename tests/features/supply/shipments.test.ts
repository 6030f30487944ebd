import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { Missing, Refused } from "#app/audit/errors.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { database } from "#app/database.server.ts";
import { NotAllowed } from "#app/features/production/errors.ts";
import { type EventInput, eventBody } from "#app/features/production/events/registry.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import {
  type Dispatch,
  dispatchShipment,
} from "#app/features/supply/shipments/queries/dispatch-shipment.server.ts";
import { planShipments } from "#app/features/supply/shipments/queries/plan-shipments.server.ts";
import {
  type Receipt,
  receiveShipment,
} from "#app/features/supply/shipments/queries/receive-shipment.server.ts";
import {
  cancelShipment,
  confirmShipment,
} from "#app/features/supply/shipments/queries/settle-shipments.server.ts";
import {
  findReceiptPicture,
  findShipment,
  listLines,
  listShipments,
} from "#app/features/supply/shipments/queries/shipments.server.ts";
import { checks } from "#db/checks.server.ts";
import { makeAlliance, makeSite, now } from "../../factories.ts";
import { confirmed } from "../production/ledger.ts";

/** A village with a tonne of grass carp, an enterprise with a plant and a pond, and another that has no part in it. */
async function makeRoad() {
  const alliance = await makeAlliance(["village", "enterprise", "otherEnterprise"], { stocked: false });
  const { village, enterprise } = alliance.organizations;
  const [pond, basin, plant] = [
    makeSite({ organizationId: village.id, volumeM3: 100_000 }),
    makeSite({ organizationId: enterprise.id, volumeM3: 100_000 }),
    makeSite({ kind: "plant", organizationId: enterprise.id }),
  ] as const;
  await insertSites(alliance.writer, [pond, basin, plant]);
  const as = (viewer: Viewer) => ({ viewer, now });
  const [supplier, buyer, other] = [
    as(alliance.viewers.village),
    as(alliance.viewers.enterprise),
    as(alliance.viewers.otherEnterprise),
  ];
  const record = (writer: typeof supplier, event: Record<string, unknown>) =>
    recordEvents(writer, [eventBody.parse({ id: uuidv7(), accept: confirmed, ...event } as EventInput)]);
  const lotId = uuidv7();
  const buyId = uuidv7();
  await record(supplier, {
    ...{ kind: "buy", id: buyId, lotId, count: 1000, meanG: 1000, form: "farmed", species: "grass_carp" },
    ...{ supplier: "苗场", siteId: pond.id, occurredAt: "2026-01-10T09:00:00+08:00" },
  });
  const call = async (purpose: "food" | "rearing" = "food", buyerId = enterprise.id) => {
    const id = uuidv7();
    const asked = { id, agreementId: null, supplierId: village.id, buyerId, purpose, species: "grass_carp" };
    const by = buyerId === enterprise.id ? buyer : other;
    await planShipments(by, [{ ...asked, plannedOn: "2026-03-16", plannedG: 500_000, note: null }]);
    await confirmShipment(supplier, id);
    return id;
  };
  const loaded = (shipmentId: string, massG = 500_000, of = lotId): Dispatch => ({
    ...{
      shipmentId,
      occurredAt: new Date("2026-03-14T01:00:00Z"),
      vehicle: "陕G12345",
      waterTemperature: 12.5,
    },
    lines: [{ eventId: uuidv7(), lotId: of, transitLotId: uuidv7(), count: massG / 1000, massG }],
    accept: confirmed,
  });
  const weighed = (sent: Dispatch, said: Partial<Receipt["lines"][number]> = {}): Receipt => ({
    ...{ shipmentId: sent.shipmentId, siteId: plant.id, occurredAt: new Date("2026-03-14T05:00:00Z") },
    ...{ reason: null, accept: confirmed },
    lines: sent.lines.map(({ transitLotId, massG }) => ({
      ...{ eventId: uuidv7(), transitLotId, acceptedLotId: uuidv7(), returnedLotId: uuidv7() },
      ...{ acceptedG: massG, returnedG: null, deadG: null, ...said },
    })),
  });
  const stateOf = async (id: string) => (await findShipment(supplier.viewer, id))?.state;
  const sites = { pond: pond.id, basin: basin.id, plant: plant.id };
  const people = { supplier, buyer, other };
  return { alliance, ...people, record, lotId, buyId, call, loaded, weighed, stateOf, sites };
}
const undo = (writer: Parameters<typeof recordEvents>[0], eventId: string | undefined) =>
  recordEvents(writer, [eventBody.parse({ kind: "void", id: uuidv7(), eventId, reason: "记错" })]);
const massOf = async (lotId: string) =>
  (await database.selectFrom("lot").select("massG").where("id", "=", lotId).executeTakeFirst())?.massG;

/** Every rule of db:check, for one alliance. */
async function brokenChecks(allianceId: string) {
  const broken: string[] = [];
  for (const { name, sql: query } of checks) {
    const { rows } = await sql`select * from (${sql.raw(query)}) as broken
      where alliance_id = ${allianceId}`.execute(database);
    if (rows.length > 0) broken.push(name);
  }
  return broken;
}

describe("a shipment", () => {
  test("is called off, confirmed, sent and weighed; each step taken twice is taken once", async () => {
    const road = await makeRoad();
    const id = await road.call();
    await confirmShipment(road.supplier, id);
    const sent = road.loaded(id);
    await dispatchShipment(road.supplier, sent);
    await dispatchShipment(road.supplier, sent);
    expect(await massOf(road.lotId)).toBe(500_000);
    const file = { id: uuidv7(), name: "死鱼.png", mediaType: "image/png", content: Buffer.from("x") };
    const receipt = road.weighed(sent, { acceptedG: 440_000, returnedG: 40_000, deadG: 10_000 });
    await receiveShipment(road.buyer, { ...receipt, reason: "个头小", file });
    await receiveShipment(road.buyer, { ...receipt, reason: "个头小", file });
    const [line] = await listLines(road.supplier.viewer, id);
    expect(line).toMatchObject({
      acceptedG: 440_000,
      returnedG: 40_000,
      deadG: 10_000,
      differenceG: -10_000,
    });
    const { items } = await listShipments(road.buyer.viewer, {}, { limit: 10 });
    expect(items.find((one) => one.id === id)).toMatchObject({
      ...{ state: "received", sentG: 500_000, acceptedG: 440_000 },
    });
    // The supplier sees why, and the picture; the other enterprise nothing at all.
    expect(await findReceiptPicture(road.supplier.viewer, { shipmentId: id, fileId: file.id })).toBeDefined();
    expect(await findReceiptPicture(road.other.viewer, { shipmentId: id, fileId: file.id })).toBeUndefined();
    expect((await listShipments(road.other.viewer, {}, { limit: 10 })).items).toEqual([]);
    expect(await massOf(receipt.lines[0]?.acceptedLotId as string)).toBe(440_000);
    expect(await brokenChecks(road.alliance.id)).toEqual([]);
  });

  test("is moved by its own people only", async () => {
    const road = await makeRoad();
    const id = await road.call();
    await expect(dispatchShipment(road.buyer, road.loaded(id))).rejects.toThrow(NotAllowed);
    await expect(dispatchShipment(road.other, road.loaded(id))).rejects.toThrow(Missing);
    const sent = road.loaded(id);
    await dispatchShipment(road.supplier, sent);
    await expect(receiveShipment(road.supplier, road.weighed(sent))).rejects.toThrow(NotAllowed);
    await expect(cancelShipment(road.buyer, { id, reason: "不要了" })).rejects.toThrow("stepTaken");
    const own = { id: uuidv7(), agreementId: null, supplierId: road.sites.pond, buyerId: uuidv7() };
    await expect(
      planShipments(road.other, [
        { ...own, purpose: "food", species: "grass_carp", plannedOn: "2026-03-16", plannedG: 1, note: null },
      ]),
    ).rejects.toThrow("notYours");
  });

  test("takes the supplier's own lots of the species only", async () => {
    const road = await makeRoad();
    const id = await road.call();
    const foreign = uuidv7();
    await road.record(road.buyer, {
      ...{ kind: "buy", lotId: foreign, count: 1000, meanG: 1000, form: "farmed", species: "grass_carp" },
      ...{ supplier: "苗场", siteId: road.sites.basin, occurredAt: "2026-01-10T09:00:00+08:00" },
    });
    const coordinator = { viewer: road.alliance.viewers.coordinator, now };
    await expect(dispatchShipment(coordinator, road.loaded(id, 1000, foreign))).rejects.toThrow("otherLot");
    await dispatchShipment(coordinator, road.loaded(id));
  });

  test("takes no fish to food during a withdrawal, and nothing is written", async () => {
    const road = await makeRoad();
    await road.record(road.supplier, {
      ...{ kind: "treatment", siteId: road.sites.pond, labelId: "povidone-iodine-solution@2011", unit: "ml" },
      ...{ symptom: "烂鳃", appliedBy: "张三", occurredAt: "2026-03-12T09:00:00+08:00" },
      doses: [{ on: "2026-03-12", amount: 100 }],
    });
    const id = await road.call();
    await expect(dispatchShipment(road.supplier, road.loaded(id))).rejects.toThrow("withdrawal");
    expect(await road.stateOf(id)).toBe("confirmed");
    expect(await massOf(road.lotId)).toBe(1_000_000);
    const reared = await road.call("rearing");
    const sent = road.loaded(reared);
    await dispatchShipment(road.supplier, sent);
    await receiveShipment(road.buyer, { ...road.weighed(sent), siteId: road.sites.basin });
    expect((await listLines(road.buyer.viewer, reared))[0]).toMatchObject({ isWithheld: true });
  });
});

describe("the ledger is the truth of a shipment", () => {
  test("a voided receipt leaves it on the way, a voided dispatch to be sent", async () => {
    const road = await makeRoad();
    const id = await road.call();
    const sent = road.loaded(id);
    await dispatchShipment(road.supplier, sent);
    const receipt = road.weighed(sent);
    await receiveShipment(road.buyer, receipt);
    await undo(road.buyer, receipt.lines[0]?.eventId);
    expect(await road.stateOf(id)).toBe("dispatched");
    await receiveShipment(road.buyer, road.weighed(sent, { acceptedG: 490_000 }));
    expect(await road.stateOf(id)).toBe("received");
    const again = await road.call();
    const wrong = road.loaded(again, 100_000);
    await dispatchShipment(road.supplier, wrong);
    await undo(road.supplier, wrong.lines[0]?.eventId);
    expect(await road.stateOf(again)).toBe("confirmed");
    await dispatchShipment(road.supplier, road.loaded(again, 200_000));
    expect(await massOf(road.lotId)).toBe(300_000);
    expect(await brokenChecks(road.alliance.id)).toEqual([]);
  });
});

const outcomes = (settled: PromiseSettledResult<unknown>[]) => settled.map(({ status }) => status).sort();

describe("at the same moment", () => {
  test("two receipts of one shipment: one is booked", async () => {
    const road = await makeRoad();
    const id = await road.call();
    const sent = road.loaded(id);
    await dispatchShipment(road.supplier, sent);
    const both = await Promise.allSettled(
      [road.weighed(sent), road.weighed(sent)].map((receipt) => receiveShipment(road.buyer, receipt)),
    );
    expect(outcomes(both)).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(Refused) });
    expect(await brokenChecks(road.alliance.id)).toEqual([]);
  });

  test("a dispatch and a void of what the fish came from: one of them is refused", async () => {
    const road = await makeRoad();
    const id = await road.call();
    const both = await Promise.allSettled([
      dispatchShipment(road.supplier, road.loaded(id)),
      undo(road.supplier, road.buyId),
    ]);
    expect(outcomes(both)).toEqual(["fulfilled", "rejected"]);
    expect([0, 500_000]).toContain(await massOf(road.lotId));
    expect(await brokenChecks(road.alliance.id)).toEqual([]);
  });

  test("two enterprises that call off the last tonne: what is not there does not leave", async () => {
    const road = await makeRoad();
    const third = road.alliance.organizations.otherEnterprise.id;
    const [one, other] = [await road.call("food"), await road.call("food", third)];
    const both = await Promise.allSettled(
      [one, other].map((id) => dispatchShipment(road.supplier, road.loaded(id, 600_000))),
    );
    expect(outcomes(both)).toEqual(["fulfilled", "rejected"]);
    expect(await massOf(road.lotId)).toBe(400_000);
    expect(await brokenChecks(road.alliance.id)).toEqual([]);
  });
});
