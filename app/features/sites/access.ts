import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { canEditOrganization } from "../members/access.ts";

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

type Permit = {
  siteOperatorId: string | null;
  siteTownCode: string | null;
  organizationId: string | null;
  holderTownCode: string | null;
};

/** Who may write a permit: whoever may correct what it is for. */
export function canEditPermit(viewer: Viewer, permit: Permit) {
  const { siteOperatorId, siteTownCode, organizationId, holderTownCode } = permit;
  if (siteOperatorId !== null && siteTownCode !== null) {
    return canEditSite(viewer, { operatorId: siteOperatorId, townCode: siteTownCode });
  }
  return (
    organizationId !== null && canEditOrganization(viewer, { id: organizationId, townCode: holderTownCode })
  );
}

/** A list of permits is of use to those who look after many holders. */
export const canListPermits = (viewer: Viewer) => ownOrganizationId(viewer) === undefined;
