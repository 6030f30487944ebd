import { type SqlBool, sql } from "kysely";
import { Refused } from "#app/audit/errors.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { retrying } from "../../../production/queries/retrying.server.ts";
import { auditShipment } from "./audit-shipment.server.ts";
import { allowStep, book, change, lockShipment } from "./lock-shipment.server.ts";
import { type FoundShipment, listLines } from "./shipments.server.ts";

type Sent = { eventId: string; lotId: string; transitLotId: string; count: number | null; massG: number };
export type Dispatch = {
  shipmentId: string;
  occurredAt: Date;
  vehicle: string | null;
  waterTemperature: number | null;
  lines: Sent[];
  accept: string[];
};

/** The lorry leaves: what the gate and the balance let leave. Sent twice it leaves once. */
export function dispatchShipment(writer: Writer, { shipmentId, lines, ...sent }: Dispatch, outer?: Trx) {
  const work = async (trx: Trx) => {
    const shipment = await lockShipment(writer.viewer, shipmentId, trx);
    const standing = await listLines(writer.viewer, shipmentId, trx);
    if (standing.some(({ dispatchEventId }) => dispatchEventId === lines[0]?.eventId)) return;
    allowStep(writer, shipment, "dispatch");
    await assertSuppliers(writer.viewer, shipment, lines, trx);
    const { purpose, buyerId, buyerName } = shipment;
    await book(
      writer,
      lines.map(({ eventId, lotId, transitLotId, count, massG }) => ({
        ...{ kind: "dispatch", id: eventId, lotId, transitLotId, purpose, massG },
        ...{ count: count ?? undefined, receiver: buyerName, receiverId: buyerId },
        ...{ occurredAt: sent.occurredAt.toISOString(), accept: sent.accept },
      })),
      trx,
    );
    const { allianceId } = writer.viewer;
    await trx
      .insertInto("shipmentLine")
      .values(
        lines.map(({ eventId, ...line }) => ({ ...line, allianceId, shipmentId, dispatchEventId: eventId })),
      )
      .execute();
    await disclose(writer, shipment, lines, trx);
    const { vehicle, waterTemperature } = sent;
    await change(writer, shipmentId, { state: "dispatched", vehicle, waterTemperature }, trx);
    await auditShipment(writer, shipment, "shipment.dispatched", { lots: lines.length, vehicle }, trx);
  };
  return outer ? work(outer) : retrying(() => inTransaction(work));
}

/** Only the supplier's own lots, of the species that was agreed on. */
async function assertSuppliers({ allianceId }: Viewer, shipment: FoundShipment, lines: Sent[], trx: Trx) {
  const ids = lines.map(({ lotId }) => lotId);
  const own = await trx
    .selectFrom("lot")
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "lot.allianceId").onRef("site.id", "=", "lot.siteId"),
    )
    .select("lot.id")
    .where("lot.allianceId", "=", allianceId)
    .where("site.operatorId", "=", shipment.supplierId)
    .where("lot.species", "=", shipment.species)
    .where(sql<SqlBool>`lot.id = any(${ids}::uuid[])`)
    .execute();
  if (own.length < new Set(ids).size) throw new Refused("", "supply:error.otherLot");
}

/** From now on the buyer may know where its fish are from. */
const disclose = ({ viewer, now }: Writer, { buyerId }: FoundShipment, lines: Sent[], trx: Trx) =>
  trx
    .insertInto("lotDisclosure")
    .values(
      [...new Set(lines.map(({ lotId }) => lotId))].map((lotId) => ({
        ...{ allianceId: viewer.allianceId, lotId, what: "origin" as const },
        ...{ toOrganizationId: buyerId, fromAt: now },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
