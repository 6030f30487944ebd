import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { canEditSite } from "../../sites/access.ts";

type Site = { operatorId: string; townCode: string };

/** Who may write down what was measured, and look after the alarms: whoever may correct the site's entry. */
export const canRecordWater = canEditSite;

/** A device writes in the name of the site: its operator and the alliance let it. */
export const canManageDevices = (viewer: Viewer, site: Site) =>
  viewer.role === "coordinator" || site.operatorId === ownOrganizationId(viewer);
