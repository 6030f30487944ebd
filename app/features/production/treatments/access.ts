import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";

/** Who places and lifts holds and closes breaches. */
export const canDecideHolds = (viewer: Viewer) =>
  viewer.role === "inspector" || viewer.role === "coordinator";

type Organization = { id: string; townCode: string | null };

/** Who may know what drugs an organization buys and has left. */
export function canSeeDrugsOf(viewer: Viewer, { id, townCode }: Organization) {
  if (viewer.role === "town") return townCode === viewer.townCode;
  return (ownOrganizationId(viewer) ?? id) === id;
}

/** Who enters its purchases. */
export const canBuyDrugs = (viewer: Viewer, organization: Organization) =>
  viewer.role !== "inspector" && canSeeDrugsOf(viewer, organization);
