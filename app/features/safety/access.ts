import { isCoordinator, ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";

type Site = { operatorId: string; townCode: string };

/** Who may inspect a site, and check what was put right there: the county, its inspectors, and the site's town. */
export const canInspect = (viewer: Viewer, { townCode }: Pick<Site, "townCode">) =>
  isCoordinator(viewer) ||
  viewer.role === "inspector" ||
  (viewer.role === "town" && viewer.townCode === townCode);

/** Somebody to whom an "inspect" button is of use. */
export const canInspectSites = (viewer: Viewer) => ownOrganizationId(viewer) === undefined;

/** Who may report a hazard as put right: whoever operates the site; its town and the alliance for one that can't. */
export function canRectify(viewer: Viewer, { operatorId, townCode }: Site) {
  if (viewer.role === "town") return viewer.townCode === townCode;
  return isCoordinator(viewer) || ownOrganizationId(viewer) === operatorId;
}

export const canEditChecklists = isCoordinator;
