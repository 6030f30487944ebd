import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { filteredHouseholds } from "./households.server.ts";

const withFlag = (flag: string) =>
  sql<number>`count(*) filter (where household.flags @> array[${sql.lit(flag)}]::text[])`;

/** The households of one village by their flags; one household may have several. */
export async function countHouseholdsByFlag(viewer: Viewer, organizationId: string, db: Db = database) {
  return filteredHouseholds(viewer, { organizationId }, db)
    .select(({ fn }) => [
      fn.countAll<number>().as("all"),
      withFlag("lifted").as("lifted"),
      withFlag("monitored").as("monitored"),
      withFlag("party").as("party"),
    ])
    .executeTakeFirstOrThrow();
}

/** Households per town, as far as the viewer may count them. */
export async function countHouseholdsByTown(viewer: Viewer, db: Db = database) {
  return filteredHouseholds(viewer, {}, db)
    .where("organization.townCode", "is not", null)
    .groupBy("organization.townCode")
    .select(({ fn }) => ["organization.townCode", fn.countAll<number>().as("households")])
    .execute();
}

/** The next free code of a household in a village: `101200-013`. */
export async function nextHouseholdCode(viewer: Viewer, organizationCode: string, db: Db = database) {
  const prefix = `${organizationCode}-`;
  const { last } = await db
    .selectFrom("household")
    .where("allianceId", "=", viewer.allianceId)
    .where("code", "~", `^${prefix}[0-9]{1,9}$`)
    .select(sql<number | null>`max(substring(code from '[0-9]+$')::int)`.as("last"))
    .executeTakeFirstOrThrow();
  return prefix + String((last ?? 0) + 1).padStart(3, "0");
}
