import type { ExpressionBuilder } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import type { Database } from "#db/schema/index.ts";

/**
 * At which sites a viewer may know what happens: the county's for the alliance and the inspector, a town's for its
 * officer, and those one operates; an owner who leases out sees the site, and not its fish.
 */
export function visibleProduction(viewer: Viewer) {
  return (eb: ExpressionBuilder<Database, "site">) => {
    const inAlliance = eb("site.allianceId", "=", viewer.allianceId);
    if (viewer.role === "town") return eb.and([inAlliance, eb("site.townCode", "=", viewer.townCode)]);
    const own = ownOrganizationId(viewer);
    return own ? eb.and([inAlliance, eb("site.operatorId", "=", own)]) : inAlliance;
  };
}
