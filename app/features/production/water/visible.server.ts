import type { ExpressionBuilder } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Database } from "#db/schema/index.ts";
import { ownSiteConcern, visibleSite } from "../../sites/visible.server.ts";

/** Whose water a viewer may know of: that of the sites in the register, but of other towns a town officer's ends there. */
export function visibleWater(viewer: Viewer) {
  return (eb: ExpressionBuilder<Database, "site">) =>
    eb.and([visibleSite(viewer)(eb), ownSiteConcern(viewer)]);
}
