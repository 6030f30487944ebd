import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleProduction } from "../../../production/visible.server.ts";

/** Where a buyer takes deliveries in; for food plants, cold stores and outlets first, for rearing the waters. */
export const listReceivingSites = (
  viewer: Viewer,
  { buyerId, purpose }: { buyerId: string; purpose: "food" | "rearing" },
  db: Db = database,
) =>
  db
    .selectFrom("site")
    .select(["site.id", "site.name"])
    .where(visibleProduction(viewer))
    .where("site.operatorId", "=", buyerId)
    .where("site.status", "!=", "ended")
    .orderBy(sql`(site.kind in ('plant', 'cold_store', 'outlet')) = ${purpose === "food"}`, "desc")
    .orderBy("site.sortKey")
    .limit(400)
    .execute();
