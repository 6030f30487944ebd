export const shipmentStates = ["planned", "confirmed", "dispatched", "received", "cancelled"] as const;
export type ShipmentState = (typeof shipmentStates)[number];

/** What a lorry brings: fish to eat, or fish that are reared on. */
export const shipmentPurposes = ["food", "rearing"] as const;

export const shipmentSteps = ["confirm", "dispatch", "receive", "cancel"] as const;
export type ShipmentStep = (typeof shipmentSteps)[number];

/** Lots on one lorry. */
export const linesAtMost = 3;
