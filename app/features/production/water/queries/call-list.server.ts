import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { ownConcern } from "../../../members/visible.server.ts";

/** Whom to call first when the power is gone: who stands nearest to the pond. */
const order = ["keeper", "director", "first_secretary", "secretary", "quality", "liaison", "other"] as const;

/** The people of these operators with a telephone, in the order to call them; only for those whose concern it is. */
export function listCallees(
  viewer: Viewer,
  operatorIds: readonly string[],
  today: string,
  db: Db = database,
) {
  return db
    .selectFrom("contact")
    .innerJoin("organization", (join) =>
      join
        .onRef("organization.allianceId", "=", "contact.allianceId")
        .onRef("organization.id", "=", "contact.organizationId"),
    )
    .where("contact.allianceId", "=", viewer.allianceId)
    .where(sql<boolean>`contact.organization_id = any(${[...new Set(operatorIds)]}::uuid[])`)
    .where(ownConcern(viewer))
    .where("contact.phone", "is not", null)
    .where((eb) => eb.or([eb("contact.toOn", "is", null), eb("contact.toOn", ">", today)]))
    .select(["contact.id", "contact.organizationId", "contact.role", "contact.name", "contact.phone"])
    .orderBy("contact.organizationId")
    .orderBy(sql`array_position(${[...order]}::text[], contact.role)`)
    .orderBy("contact.id")
    .limit(500)
    .execute();
}
