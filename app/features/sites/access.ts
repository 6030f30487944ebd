import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";

type Site = { operatorId: string; townCode: string };

/** Who may correct a site's entry: the alliance, the site's town, and whoever operates it. */
export function canEditSite(viewer: Viewer, site: Site) {
  if (viewer.role === "coordinator") return true;
  if (viewer.role === "town") return site.townCode === viewer.townCode;
  return site.operatorId === ownOrganizationId(viewer);
}

/** Who may enter a new site, and for whom: nobody enters one into another's hands. */
export const canAddSite = canEditSite;

/** Somebody to whom an "add" button is of use. */
export const canAddSites = (viewer: Viewer) => viewer.role !== "inspector";

/** Owner and operator decide who may write: only the alliance and the site's town hand a site over. */
export const canHandOver = (viewer: Viewer, site: Site) =>
  viewer.role === "coordinator" || (viewer.role === "town" && site.townCode === viewer.townCode);
