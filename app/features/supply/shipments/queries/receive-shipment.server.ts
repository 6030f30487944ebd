import { Refused } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { attachFile } from "../../../production/queries/event-files.server.ts";
import { retrying } from "../../../production/queries/retrying.server.ts";
import type { NewFile } from "../../../sites/queries/files.server.ts";
import { auditShipment } from "./audit-shipment.server.ts";
import { allowStep, book, change, lockShipment } from "./lock-shipment.server.ts";
import { listLines } from "./shipments.server.ts";

type Arrived = {
  eventId: string;
  transitLotId: string;
  acceptedLotId: string;
  returnedLotId: string;
  acceptedG: number | null;
  returnedG: number | null;
  deadG: number | null;
};
export type Receipt = {
  shipmentId: string;
  siteId: string;
  occurredAt: Date;
  reason: string | null;
  lines: Arrived[];
  accept: string[];
  file?: NewFile | null;
};

/** The scale decides: accepted, returned, dead, for every lot of the lorry. Sent twice it is received once. */
export function receiveShipment(writer: Writer, { shipmentId, lines, ...said }: Receipt, outer?: Trx) {
  const work = async (trx: Trx) => {
    const shipment = await lockShipment(writer.viewer, shipmentId, trx);
    const standing = await listLines(writer.viewer, shipmentId, trx);
    if (standing.some(({ receiptId }) => receiptId !== null && receiptId === lines[0]?.eventId)) return;
    allowStep(writer, shipment, "receive");
    const open = standing.filter(({ receiptId }) => receiptId === null);
    const arrived = open.map((line) => {
      const one = lines.find(({ transitLotId }) => transitLotId === line.transitLotId);
      if (!one) throw new Refused("", "supply:error.otherLot");
      return { ...one, line };
    });
    await book(
      writer,
      arrived.map(({ line, ...one }) => ({
        ...{ kind: "receipt", id: one.eventId, siteId: said.siteId, transitLotId: one.transitLotId },
        ...{ purpose: shipment.purpose, form: line.form === "fry" ? "fry" : "farmed" },
        ...(one.acceptedG !== null && { accepted: { lotId: one.acceptedLotId, massG: one.acceptedG } }),
        ...(one.returnedG !== null && { returned: { lotId: one.returnedLotId, massG: one.returnedG } }),
        ...(one.deadG !== null && { dead: { massG: one.deadG } }),
        ...{ supplierLot: line.lotCode ?? undefined, reason: said.reason ?? undefined },
        ...{ occurredAt: said.occurredAt.toISOString(), accept: said.accept },
      })),
      trx,
    );
    for (const { eventId, line } of arrived)
      await trx
        .updateTable("shipmentLine")
        .set({ receiptEventId: eventId })
        .where("allianceId", "=", writer.viewer.allianceId)
        .where("shipmentId", "=", shipmentId)
        .where("dispatchEventId", "=", line.dispatchEventId)
        .execute();
    if (said.file)
      await attachFile(writer, { eventIds: arrived.map(({ eventId }) => eventId), file: said.file }, trx);
    await change(writer, shipmentId, { state: "received" }, trx);
    await auditShipment(writer, shipment, "shipment.received", { reason: said.reason }, trx);
  };
  return outer ? work(outer) : retrying(() => inTransaction(work));
}
