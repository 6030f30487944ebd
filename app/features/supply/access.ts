import { isCoordinator, ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import type { Side } from "./kinds.ts";

export type Parties = { supplierId: string; buyerId: string };

/** Which side of a supply an account acts for; undefined: neither. */
export function sideOf(viewer: Viewer, { supplierId, buyerId }: Parties): Side | undefined {
  const own = ownOrganizationId(viewer);
  return own === supplierId ? "supplier" : own === buyerId ? "buyer" : undefined;
}

/** Somebody to whom a "register an agreement" button is of use: the alliance and those who sign. */
export const canRegister = (viewer: Viewer) =>
  isCoordinator(viewer) || ownOrganizationId(viewer) !== undefined;

/** Who writes in an agreement: the alliance, which keeps the papers, and the two parties. */
export const canWrite = (viewer: Viewer, parties: Parties) =>
  isCoordinator(viewer) || sideOf(viewer, parties) !== undefined;

/** Advances are given by the buyer, and written down by the buyer or the alliance. */
export const canAdvance = (viewer: Viewer, parties: Parties) =>
  isCoordinator(viewer) || sideOf(viewer, parties) === "buyer";

/** Inspectors read everything but what is paid. */
export const seesPrices = (viewer: Viewer) => viewer.role !== "inspector";
