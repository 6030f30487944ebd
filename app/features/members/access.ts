import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";

type Organization = { id: string; townCode: string | null };

/** Who may correct an organization's entry: the alliance, its town, and itself. */
export function canEditOrganization(viewer: Viewer, organization: Organization) {
  if (viewer.role === "coordinator") return true;
  if (viewer.role === "town") return organization.townCode === viewer.townCode;
  return organization.id === ownOrganizationId(viewer);
}

/** Name, codes, membership, Party class, partnerships: what the alliance says of an organization, not it of itself. */
export const canManageOrganizations = (viewer: Viewer) => viewer.role === "coordinator";

/** Households, contacts: whoever may correct the entry. */
export const canManagePeople = canEditOrganization;

/** Somebody to whom an "add household" button is of use. */
export const canAddHouseholds = (viewer: Viewer) =>
  viewer.role === "coordinator" || viewer.role === "town" || viewer.role === "village";

/** Households are the business of the village, its town, the county and the inspector. */
export const canSeeHouseholds = (viewer: Viewer) => viewer.role !== "enterprise";
