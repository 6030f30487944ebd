import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { jsonRows } from "#db/json-rows.server.ts";
import { visibleOrganization } from "../../members/visible.server.ts";

/** Today's partners of an organization with the liaison to call, by pinyin. */
export function listPartners(
  viewer: Viewer,
  { organizationId, today, limit }: { organizationId: string; today: string; limit: number },
  db: Db = database,
) {
  return db
    .selectFrom("organization")
    .leftJoin("town", "town.code", "organization.townCode")
    .where(visibleOrganization(viewer, today))
    .where("organization.endedOn", "is", null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("partnership")
          .select(sql`1`.as("one"))
          .whereRef("partnership.allianceId", "=", "organization.allianceId")
          .where("partnership.fromOn", "<=", today)
          .where((p) => p.or([p("partnership.toOn", "is", null), p("partnership.toOn", ">=", today)]))
          .where(
            sql<boolean>`organization.id <> ${organizationId}::uuid and ((a_id = ${organizationId}::uuid and b_id = organization.id)
              or (b_id = ${organizationId}::uuid and a_id = organization.id))`,
          ),
      ),
    )
    .select(["organization.id", "organization.name", "organization.kind", "town.name as townName"])
    .select((eb) =>
      jsonRows(
        eb
          .selectFrom("contact")
          .select(["contact.name", "contact.phone"])
          .whereRef("contact.allianceId", "=", "organization.allianceId")
          .whereRef("contact.organizationId", "=", "organization.id")
          .where("contact.role", "=", "liaison")
          .where("contact.toOn", "is", null)
          .orderBy("contact.name")
          .limit(3),
      ).as("liaisons"),
    )
    .orderBy("organization.sortKey")
    .orderBy("organization.id")
    .limit(limit)
    .execute();
}
