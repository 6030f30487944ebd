import type { ExpressionBuilder } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Database } from "#db/schema/index.ts";
import { visibleSite } from "../sites/visible.server.ts";

/** Whose inspections and hazards a viewer has business with: a town's end at the town, the others' at their sites. */
export const visibleSafety = (viewer: Viewer) => (eb: ExpressionBuilder<Database, "site">) =>
  viewer.role === "town"
    ? eb.and([visibleSite(viewer)(eb), eb("site.townCode", "=", viewer.townCode)])
    : visibleSite(viewer)(eb);
