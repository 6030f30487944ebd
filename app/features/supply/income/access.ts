import type { Viewer } from "#app/auth/viewer.ts";
import { canEditOrganization } from "../../members/access.ts";

/** What came to a village and its households is the business of the village, its town and the county. */
export const canSeeIncome = (
  viewer: Viewer,
  organization: { id: string; townCode: string | null; kind: string },
) => organization.kind === "village" && canEditOrganization(viewer, organization);
