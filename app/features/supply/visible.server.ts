import { type RawBuilder, type SqlBool, sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { seesPrices } from "./access.ts";

/**
 * Whose supplies a viewer may know: the alliance and the inspector all, a town's officer those of the town's villages,
 * a party its own. Nobody learns who else buys from its partner.
 */
export function visibleSupply(viewer: Viewer, table: "agreement" | "shipment"): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const inAlliance = sql<SqlBool>`${column("allianceId")} = ${viewer.allianceId}`;
  const parties = sql`(${column("supplierId")}, ${column("buyerId")})`;
  if (viewer.role === "town")
    return sql<SqlBool>`(${inAlliance} and exists (
      select from organization o where o.alliance_id = ${column("allianceId")} and o.id in ${parties}
        and o.kind = 'village' and o.town_code = ${viewer.townCode}))`;
  const own = ownOrganizationId(viewer);
  return own ? sql<SqlBool>`(${inAlliance} and ${own}::uuid in ${parties})` : inAlliance;
}

/** A column of money: null for those who may not know it. */
export const paid = <Value>(viewer: Viewer, column: string) =>
  seesPrices(viewer) ? sql<Value>`${sql.ref(column)}` : sql<Value>`null`;
