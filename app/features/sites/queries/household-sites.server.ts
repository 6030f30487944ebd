import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { ownSiteConcern, visibleSite } from "../visible.server.ts";

/** At how many sites these households raise fish; one that raises none is left out. */
export async function countSitesOfHouseholds(viewer: Viewer, codes: string[], db: Db = database) {
  const rows = await db
    .selectFrom("site")
    .where(visibleSite(viewer))
    .where(ownSiteConcern(viewer))
    .where("site.status", "!=", "ended")
    .where(sql<boolean>`site.household_code = any(${codes}::text[])`)
    .select(({ fn }) => ["site.householdCode as code", fn.countAll<number>().as("sites")])
    .groupBy("site.householdCode")
    .execute();
  return new Map(rows.map(({ code, sites }) => [code, sites]));
}
