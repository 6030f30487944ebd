import { sql } from "kysely";
import { Missing, Refused } from "#app/audit/errors.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { NotAllowed } from "../../../production/errors.ts";
import { type EventInput, eventBody } from "../../../production/events/registry.ts";
import { recordEvents } from "../../../production/queries/record-events.server.ts";
import { visibleSupply } from "../../visible.server.ts";
import type { ShipmentStep } from "../kinds.ts";
import { isPossible, mayTakeStep } from "../possible-steps.ts";
import { type FoundShipment, findShipment } from "./shipments.server.ts";

/** Locks a shipment before anything of the ledger, and says how it stands then. */
export async function lockShipment(viewer: Viewer, id: string, trx: Trx) {
  const locked = await trx
    .selectFrom("shipment")
    .select("id")
    .where(visibleSupply(viewer, "shipment"))
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  const shipment = locked && (await findShipment(viewer, id, trx));
  if (!shipment) throw new Missing();
  return shipment;
}

export function allowStep({ viewer }: Writer, shipment: FoundShipment, step: ShipmentStep) {
  if (!mayTakeStep(viewer, shipment, step)) throw new NotAllowed();
  if (!isPossible(step, shipment.state)) throw new Refused("", "supply:error.stepTaken");
}

export const change = (
  { viewer, now }: Writer,
  id: string,
  columns: {
    state: "confirmed" | "dispatched" | "received" | "cancelled";
    vehicle?: string | null;
    waterTemperature?: number | null;
    cancelReason?: string;
  },
  trx: Trx,
) =>
  trx
    .updateTable("shipment")
    .set({ ...columns, updatedAt: now, version: sql`version + 1` })
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", id)
    .execute();

/** Booked at once or not at all: nothing of a lorry waits. */
export async function book(writer: Writer, bodies: EventInput[], trx: Trx) {
  const results = await recordEvents(
    writer,
    bodies.map((body) => eventBody.parse(body)),
    {},
    trx,
  );
  if (results.some(({ status }) => status === "pending")) throw new Refused("", "supply:error.waits");
}
