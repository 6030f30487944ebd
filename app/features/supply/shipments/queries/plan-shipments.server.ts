import { IdTaken, Refused } from "#app/audit/errors.ts";
import { changedFields } from "#app/audit/write.server.ts";
import { isCoordinator, type Viewer, type Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { type Parties, sideOf } from "../../access.ts";
import { findAgreement } from "../../queries/agreements.server.ts";
import { auditShipment } from "./audit-shipment.server.ts";

export type NewShipment = Parties & {
  id: string;
  agreementId: string | null;
  purpose: "food" | "rearing";
  species: string;
  plannedOn: string;
  plannedG: number;
  note: string | null;
};

/** A buyer calls off, a supplier offers; the other side confirms. The same again is passed over. */
export function planShipments(writer: Writer, planned: NewShipment[], outer?: Trx) {
  return inTransaction(async (trx) => {
    for (const shipment of planned) await plan(writer, shipment, trx);
  }, outer);
}

async function plan(writer: Writer, shipment: NewShipment, trx: Trx) {
  const { viewer, now } = writer;
  const { allianceId } = viewer;
  const askedBy = sideOf(viewer, shipment) ?? (isCoordinator(viewer) ? "buyer" : undefined);
  if (!askedBy) throw new Refused("supplierId", "supply:error.notYours");
  if (shipment.agreementId) await fits(viewer, shipment, chinaDay(now), trx);
  const row = { ...shipment, askedBy, code: codeOf(shipment) };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("shipment")
    .values({ ...row, allianceId, state: "planned", createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.columns(["allianceId", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) {
    const there = await trx
      .selectFrom("shipment")
      .selectAll()
      .where("allianceId", "=", allianceId)
      .where("id", "=", shipment.id)
      .executeTakeFirst();
    if (!there || changedFields<Record<string, unknown>>(there, shipment).fields.length > 0)
      throw new IdTaken();
    return;
  }
  const { plannedOn, plannedG } = shipment;
  await auditShipment(writer, row, "shipment.planned", { plannedOn, plannedKg: plannedG / 1000 }, trx);
}

/** `S260315-3F0A2`: of the day and the id, so that no number tells how many others there are. */
const codeOf = ({ id, plannedOn }: NewShipment) =>
  `S${plannedOn.slice(2).replaceAll("-", "")}-${id.slice(-5).toUpperCase()}`;

async function fits(viewer: Viewer, shipment: NewShipment, today: string, trx: Trx) {
  const agreement = await findAgreement(viewer, shipment.agreementId as string, today, trx);
  if (!agreement || agreement.supplierId !== shipment.supplierId || agreement.buyerId !== shipment.buyerId)
    throw new Refused("agreementId", "supply:error.otherAgreement");
  if (agreement.state !== "confirmed") throw new Refused("agreementId", "supply:error.notConfirmed");
}
