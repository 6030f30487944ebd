import { sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { jsonRows } from "#db/json-rows.server.ts";
import { maskedName, maskedPhone, ownConcern, visibleOrganization } from "../visible.server.ts";

/**
 * One organization with what stands in the register about it. Partners see name, codes, place and the liaison;
 * notes, other contacts and the history of membership are for those whose concern it is.
 */
export async function findOrganization(viewer: Viewer, id: string, today: string, db: Db = database) {
  const concern = ownConcern(viewer);
  const isPartner = ownOrganizationId(viewer) !== undefined;
  return db
    .selectFrom("organization")
    .leftJoin("town", "town.code", "organization.townCode")
    .where(visibleOrganization(viewer, today))
    .where("organization.id", "=", id)
    .select([
      "organization.id",
      "organization.kind",
      "organization.code",
      "organization.villageCode",
      "organization.name",
      "organization.townCode",
      "town.name as townName",
      "organization.identityCode",
      "organization.stages",
      "organization.flags",
      "organization.address",
      "organization.lng",
      "organization.lat",
      "organization.version",
      "organization.endedOn",
      "organization.updatedAt",
      sql<string | null>`case when ${concern} then organization.note end`.as("note"),
      concern.as("isOwnConcern"),
    ])
    .select((eb) => [
      jsonRows(
        eb
          .selectFrom("legalEntity")
          .select(["id", "name", "creditCode", "fromOn", "toOn", "version"])
          .select(
            sql<string | null>`case when ${concern} then legal_entity.representative end`.as(
              "representative",
            ),
          )
          .whereRef("legalEntity.allianceId", "=", "organization.allianceId")
          .whereRef("legalEntity.organizationId", "=", "organization.id")
          .orderBy(sql`to_on desc nulls first`)
          .limit(20),
      ).as("legalEntities"),
      jsonRows(
        eb
          .selectFrom("membership")
          .select(["id", "joinedOn", "leftOn"])
          .whereRef("membership.allianceId", "=", "organization.allianceId")
          .whereRef("membership.organizationId", "=", "organization.id")
          .orderBy("joinedOn", "desc")
          .limit(20),
      ).as("memberships"),
      jsonRows(
        eb
          .selectFrom("partyClass")
          .select(["year", "class"])
          .whereRef("partyClass.allianceId", "=", "organization.allianceId")
          .whereRef("partyClass.organizationId", "=", "organization.id")
          .where(concern)
          .orderBy("year", "desc")
          .limit(20),
      ).as("partyClasses"),
      jsonRows(
        eb
          .selectFrom("contact")
          .select(["id", "role", "fromOn", "version"])
          .select([
            (isPartner ? sql<string>`contact.name` : maskedName(sql<string>`contact.name`, concern)).as(
              "name",
            ),
            (isPartner
              ? sql<string | null>`contact.phone`
              : maskedPhone(sql<string | null>`contact.phone`, concern)
            ).as("phone"),
          ])
          .whereRef("contact.allianceId", "=", "organization.allianceId")
          .whereRef("contact.organizationId", "=", "organization.id")
          .where("contact.toOn", "is", null)
          .$if(isPartner, (query) => query.where(sql<boolean>`(${concern} or contact.role = 'liaison')`))
          .orderBy("role")
          .orderBy("name")
          .limit(50),
      ).as("contacts"),
    ])
    .executeTakeFirst();
}

/** The ids behind names and codes: what forms offer as owner, operator or partner. */
export async function listOrganizationChoices(viewer: Viewer, today: string, db: Db = database) {
  return db
    .selectFrom("organization")
    .where(visibleOrganization(viewer, today))
    .where("organization.endedOn", "is", null)
    .select([
      "organization.id",
      "organization.code",
      "organization.name",
      "organization.kind",
      "organization.townCode",
    ])
    .orderBy("organization.kind")
    .orderBy("organization.sortKey")
    .limit(2000)
    .execute();
}
