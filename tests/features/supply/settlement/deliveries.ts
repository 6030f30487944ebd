import { v7 as uuidv7 } from "uuid";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { database } from "#app/database.server.ts";
import { type EventInput, eventBody } from "#app/features/production/events/registry.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { insertAdvances } from "#app/features/supply/queries/advances.server.ts";
import { type NewAgreement, signAgreements } from "#app/features/supply/queries/sign-agreements.server.ts";
import { draftSettlement, type Period } from "#app/features/supply/settlement/draft.server.ts";
import {
  insertSettlement,
  type NewSettlement,
} from "#app/features/supply/settlement/queries/write-settlement.server.ts";
import { type Facts, noFacts } from "#app/features/supply/settlement/reckon.ts";
import { dispatchShipment } from "#app/features/supply/shipments/queries/dispatch-shipment.server.ts";
import { planShipments } from "#app/features/supply/shipments/queries/plan-shipments.server.ts";
import { receiveShipment } from "#app/features/supply/shipments/queries/receive-shipment.server.ts";
import { confirmShipment } from "#app/features/supply/shipments/queries/settle-shipments.server.ts";
import { makeAgreement, makeAlliance, makeSite, now } from "../../../factories.ts";
import { confirmed } from "../../production/ledger.ts";

/** A village that sells bass to an enterprise under an agreement; its lorries arrive on the days a test says. */
export async function makeDeliveries(version: Partial<NewAgreement["version"]> = {}) {
  const alliance = await makeAlliance(["village", "enterprise", "otherEnterprise"], { stocked: false });
  const { village, enterprise } = alliance.organizations;
  const pond = makeSite({ organizationId: village.id, volumeM3: 100_000 });
  const plant = makeSite({ kind: "plant", organizationId: enterprise.id });
  await insertSites(alliance.writer, [pond, plant]);
  const as = (viewer: Viewer): Writer => ({ viewer, now });
  const [supplier, buyer] = [as(alliance.viewers.village), as(alliance.viewers.enterprise)];
  const agreement = makeAgreement({ supplierId: village.id, buyerId: enterprise.id }, version);
  await signAgreements(alliance.writer, [agreement]);
  const agreementId = agreement.id;
  const lotId = uuidv7();
  await recordEvents(supplier, [
    eventBody.parse({
      ...{ kind: "buy", id: uuidv7(), accept: confirmed, lotId, count: 100_000, meanG: 500, form: "farmed" },
      ...{ species: "largemouth_bass", supplier: "苗场", siteId: pond.id },
      occurredAt: "2026-01-10T09:00:00+08:00",
    } as EventInput),
  ]);
  const deliver = async (on: string, acceptedKg: number, deadKg = 0) => {
    const shipmentId = uuidv7();
    const massG = (acceptedKg + deadKg) * 1000;
    await planShipments(buyer, [
      {
        ...{ id: shipmentId, agreementId, supplierId: village.id, buyerId: enterprise.id, purpose: "food" },
        ...{ species: "largemouth_bass", plannedOn: on, plannedG: massG, note: null },
      },
    ]);
    await confirmShipment(supplier, shipmentId);
    const transitLotId = uuidv7();
    await dispatchShipment(supplier, {
      ...{ shipmentId, occurredAt: new Date(`${on}T06:00:00+08:00`), vehicle: null, waterTemperature: null },
      lines: [{ eventId: uuidv7(), lotId, transitLotId, count: Math.round(massG / 500), massG }],
      accept: confirmed,
    });
    const eventId = uuidv7();
    await receiveShipment(buyer, {
      ...{ shipmentId, siteId: plant.id, occurredAt: new Date(`${on}T10:00:00+08:00`), reason: null },
      lines: [
        {
          ...{ eventId, transitLotId, acceptedLotId: uuidv7(), returnedLotId: uuidv7(), returnedG: null },
          ...{ acceptedG: acceptedKg * 1000, deadG: deadKg > 0 ? deadKg * 1000 : null },
        },
      ],
      accept: confirmed,
    });
    return eventId;
  };
  const advance = async (givenOn: string, amountFen: number) => {
    const id = uuidv7();
    await insertAdvances(buyer, [
      { id, agreementId, kind: "feed", givenOn, count: null, massG: null, amountFen, note: null },
    ]);
    return id;
  };
  /** What a form would send for a period, after its preview. */
  const drafted = async (of: Partial<Period> = {}, facts: Facts = noFacts): Promise<NewSettlement> => {
    const period = { fromOn: "2026-02-01", toOn: "2026-02-28", correctsId: null, ...of };
    const draft = await draftSettlement(buyer.viewer, agreementId, { period, facts, today: "2026-03-15" });
    const silenceConfirmsOn = "2026-03-30";
    return {
      ...period,
      id: uuidv7(),
      agreementId,
      silenceConfirmsOn,
      facts,
      seenFen: draft.reckoned.totalFen,
    };
  };
  const state = async (of: Partial<Period> = {}, facts?: Facts) => {
    const written = await drafted(of, facts);
    await insertSettlement(buyer, written);
    return written;
  };
  return { alliance, supplier, buyer, agreementId, deliver, advance, drafted, state };
}

export const rowOf = (id: string) =>
  database.selectFrom("settlement").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
