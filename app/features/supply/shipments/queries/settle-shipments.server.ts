import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { NotAllowed } from "../../../production/errors.ts";
import { mayTakeStep } from "../possible-steps.ts";
import { auditShipment } from "./audit-shipment.server.ts";
import { allowStep, change, lockShipment } from "./lock-shipment.server.ts";

/** The other side agrees to what was asked. The same again changes nothing. */
export function confirmShipment(writer: Writer, id: string, outer?: Trx) {
  return inTransaction(async (trx) => {
    const shipment = await lockShipment(writer.viewer, id, trx);
    if (!mayTakeStep(writer.viewer, shipment, "confirm")) throw new NotAllowed();
    if (shipment.state === "confirmed") return;
    allowStep(writer, shipment, "confirm");
    await change(writer, id, { state: "confirmed" }, trx);
    await auditShipment(writer, shipment, "shipment.confirmed", {}, trx);
  }, outer);
}

export function cancelShipment(writer: Writer, { id, reason }: { id: string; reason: string }) {
  return inTransaction(async (trx) => {
    const shipment = await lockShipment(writer.viewer, id, trx);
    if (shipment.state === "cancelled" && shipment.cancelReason === reason) return;
    allowStep(writer, shipment, "cancel");
    await change(writer, id, { state: "cancelled", cancelReason: reason }, trx);
    await auditShipment(writer, shipment, "shipment.cancelled", { reason }, trx);
  });
}
