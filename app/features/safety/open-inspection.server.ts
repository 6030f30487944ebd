import type { Viewer } from "#app/auth/viewer.ts";
import { addDays } from "#app/i18n/day.ts";
import { findOrganization } from "../members/queries/find-organization.server.ts";
import type { SiteKind } from "../sites/kinds.ts";
import { itemsOf } from "./checklist.ts";
import { findChecklist } from "./queries/checklists.server.ts";

type Site = { kind: SiteKind; operatorId: string; operatorName: string };

/** Days to put a hazard right, unless the inspector says otherwise. */
const ordinaryDeadline = 7;

/** What an inspection of a site begins with: the checklist, who is usually responsible, and until when. */
export async function openInspection(viewer: Viewer, site: Site, today: string) {
  const [{ lines, version }, operator] = await Promise.all([
    findChecklist(viewer, site.kind),
    findOrganization(viewer, site.operatorId, today),
  ]);
  const keeper = operator?.contacts.find(({ role }) => role === "keeper") ?? operator?.contacts[0];
  return {
    checklist: { version, items: itemsOf(lines) },
    fault: {
      responsible: keeper?.name ?? site.operatorName,
      dueOn: addDays(today, ordinaryDeadline),
    },
  };
}
