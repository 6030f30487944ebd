import { isCoordinator, type Viewer } from "#app/auth/viewer.ts";
import { type Parties, sideOf } from "../access.ts";
import type { Side } from "../kinds.ts";
import { type ShipmentState, type ShipmentStep, shipmentSteps } from "./kinds.ts";

/** The towns of those parties that are villages: their officers write for a village that can't. */
type Shipment = Parties & {
  state: ShipmentState;
  askedBy: Side;
  supplierTown: string | null;
  buyerTown: string | null;
};

const from: Record<ShipmentStep, readonly ShipmentState[]> = {
  confirm: ["planned"],
  dispatch: ["confirmed"],
  receive: ["dispatched"],
  cancel: ["planned", "confirmed"],
};

/** Whoever did not ask confirms; the supplier sends, the buyer receives; both may call it off. */
const takenBy = (step: ShipmentStep, { askedBy }: Shipment): readonly Side[] => {
  if (step === "cancel") return ["supplier", "buyer"];
  if (step === "dispatch") return ["supplier"];
  if (step === "receive") return ["buyer"];
  return askedBy === "buyer" ? ["supplier"] : ["buyer"];
};

function actsFor(viewer: Viewer, shipment: Shipment, side: Side) {
  if (isCoordinator(viewer)) return true;
  if (viewer.role === "town")
    return (side === "supplier" ? shipment.supplierTown : shipment.buyerTown) === viewer.townCode;
  return sideOf(viewer, shipment) === side;
}

/** Who may take a step, whether it can be taken now or not. */
export const mayTakeStep = (viewer: Viewer, shipment: Shipment, step: ShipmentStep) =>
  takenBy(step, shipment).some((side) => actsFor(viewer, shipment, side));

export const isPossible = (step: ShipmentStep, state: ShipmentState) => from[step].includes(state);

/** The steps open to a viewer from where a shipment stands. */
export const possibleShipmentSteps = (viewer: Viewer, shipment: Shipment) =>
  shipmentSteps.filter((step) => isPossible(step, shipment.state) && mayTakeStep(viewer, shipment, step));
