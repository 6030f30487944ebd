import { type ExpressionBuilder, type RawBuilder, sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import type { Database } from "#db/schema/index.ts";

/** Which sites a viewer may know of: the county's for those who govern it, else the own and those one operates. */
export function visibleSite(viewer: Viewer) {
  return (eb: ExpressionBuilder<Database, "site">) => {
    const inAlliance = eb("site.allianceId", "=", viewer.allianceId);
    const own = ownOrganizationId(viewer);
    return own
      ? eb.and([inAlliance, eb.or([eb("site.operatorId", "=", own), eb("site.ownerId", "=", own)])])
      : inAlliance;
  };
}

/** Whose lease, funding, notes and permits a viewer has business with: a town officer's end at the town. */
export const ownSiteConcern = (viewer: Viewer): RawBuilder<boolean> =>
  viewer.role === "town" ? sql<boolean>`site.town_code = ${viewer.townCode}` : sql<boolean>`true`;
