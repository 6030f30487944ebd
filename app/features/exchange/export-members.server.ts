import type { AppLoadContext } from "@remix-run/node";
import type { Viewer } from "#app/auth/viewer.ts";
import { listOrganizations, type OrganizationFilter } from "../members/queries/list-organizations.server.ts";
import { answerSheet, pagesOf } from "./answer-sheet.server.ts";
import { listMemberRecords } from "./queries/member-records.server.ts";
import { openMemberRegister } from "./registers/members.server.ts";

/** A list of organizations as a file that can be imported again. */
export async function exportOrganizations(
  request: Request,
  context: AppLoadContext,
  { viewer, filter }: { viewer: Viewer; filter: OrganizationFilter },
) {
  const { today } = context;
  const { definition, valuesOf } = await openMemberRegister(viewer, today);
  const rows = pagesOf(
    (page) => listOrganizations(viewer, filter, { ...page, today }),
    async (organizations) => {
      const records = await listMemberRecords(viewer, { ids: organizations.map(({ id }) => id) }, today);
      return records.map((record) => ({ ...valuesOf(record), system: record.lng === null ? "" : "wgs84" }));
    },
  );
  return answerSheet(request, context, definition, rows);
}
