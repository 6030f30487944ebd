import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { canInspect } from "./access.ts";
import { listUrgentHazards } from "./queries/hazards.server.ts";

type Site = { id: string; townCode: string };

/** What stands open at a site, for those whose business it is; undefined for the others. */
export async function openSafetyOf(viewer: Viewer, site: Site, today: string) {
  const mayInspect = canInspect(viewer, site);
  if (!mayInspect && ownOrganizationId(viewer) === undefined) return undefined;
  const filter = { site: site.id, status: "open" as const };
  return { mayInspect, hazards: await listUrgentHazards(viewer, filter, { today, limit: 20 }) };
}
