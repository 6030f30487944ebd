import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";

type Site = { operatorId: string; townCode: string };

/** Who may write what happens at a site: its operator; and for it, marked 代录, its town's officer and the county. */
export function canRecord(viewer: Viewer, site: Site) {
  if (viewer.role === "coordinator") return true;
  if (viewer.role === "town") return site.townCode === viewer.townCode;
  return site.operatorId === ownOrganizationId(viewer);
}

/** What an inspector writes: tests. */
export const canInspect = (viewer: Viewer) => viewer.role === "inspector";

/** Written by somebody who does not act for the operator. */
export const isOnBehalf = (viewer: Viewer, site: Site) => site.operatorId !== ownOrganizationId(viewer);

/** Who settles what could not be booked. */
export const canSettle = (viewer: Viewer, site: Site) =>
  viewer.role === "coordinator" || (viewer.role === "town" && site.townCode === viewer.townCode);
