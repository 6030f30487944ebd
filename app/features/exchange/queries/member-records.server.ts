import { sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { maskedName, maskedPhone, ownConcern, visibleOrganization } from "../../members/visible.server.ts";

export type MemberRecord = Awaited<ReturnType<typeof listMemberRecords>>[number];

/**
 * Whole organizations by id or code, with today's legal entity, membership, class, first secretary and liaison,
 * and the viewer's masks; as many as are asked for.
 */
export function listMemberRecords(
  viewer: Viewer,
  by: { ids: string[] } | { codes: string[] },
  today: string,
  db: Db = database,
) {
  const concern = ownConcern(viewer);
  const isPartner = ownOrganizationId(viewer) !== undefined;
  const contactName = isPartner ? sql<string>`contact.name` : maskedName(sql<string>`contact.name`, concern);
  const contactPhone = isPartner
    ? sql<string | null>`contact.phone`
    : maskedPhone(sql<string | null>`contact.phone`, concern);
  return db
    .selectFrom("organization")
    .leftJoin("legalEntity", (join) =>
      join
        .onRef("legalEntity.allianceId", "=", "organization.allianceId")
        .onRef("legalEntity.organizationId", "=", "organization.id")
        .on("legalEntity.toOn", "is", null),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("contact")
          .select(["contact.id", "contact.version", contactName.as("name"), contactPhone.as("phone")])
          .whereRef("contact.allianceId", "=", "organization.allianceId")
          .whereRef("contact.organizationId", "=", "organization.id")
          .where("contact.role", "=", "first_secretary")
          .where("contact.toOn", "is", null)
          .$if(isPartner, (query) => query.where(concern))
          .orderBy("contact.createdAt")
          .orderBy("contact.id")
          .limit(1)
          .as("secretary"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("contact")
          .select(["contact.id", "contact.version", contactName.as("name"), contactPhone.as("phone")])
          .whereRef("contact.allianceId", "=", "organization.allianceId")
          .whereRef("contact.organizationId", "=", "organization.id")
          .where("contact.role", "=", "liaison")
          .where("contact.toOn", "is", null)
          .orderBy("contact.createdAt")
          .orderBy("contact.id")
          .limit(1)
          .as("liaison"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("partyClass")
          .select(["partyClass.year", "partyClass.class"])
          .whereRef("partyClass.allianceId", "=", "organization.allianceId")
          .whereRef("partyClass.organizationId", "=", "organization.id")
          .where(concern)
          .orderBy("partyClass.year", "desc")
          .limit(1)
          .as("classed"),
      (join) => join.onTrue(),
    )
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.allianceId", "=", "organization.allianceId")
        .onRef("membership.organizationId", "=", "organization.id")
        .on("membership.leftOn", "is", null),
    )
    .where(visibleOrganization(viewer, today))
    .where(
      "ids" in by
        ? sql<boolean>`organization.id = any(${by.ids}::uuid[])`
        : sql<boolean>`organization.code = any(${by.codes}::text[]) and organization.ended_on is null`,
    )
    .select([
      "organization.id",
      "organization.version",
      "organization.kind",
      "organization.code",
      "organization.villageCode",
      "organization.name",
      "organization.townCode",
      "organization.stages",
      "organization.flags",
      "organization.identityCode",
      "organization.address",
      "organization.lng",
      "organization.lat",
      sql<string | null>`case when ${concern} then organization.note end`.as("note"),
      "legalEntity.name as legalEntity",
      "legalEntity.creditCode",
      sql<string | null>`case when ${concern} then legal_entity.representative end`.as("representative"),
      "secretary.id as secretaryId",
      "secretary.version as secretaryVersion",
      "secretary.name as firstSecretary",
      "secretary.phone as firstSecretaryPhone",
      "liaison.id as liaisonId",
      "liaison.version as liaisonVersion",
      "liaison.name as liaison",
      "liaison.phone as liaisonPhone",
      "classed.year as classYear",
      "classed.class",
      "membership.joinedOn",
      sql<string | null>`(select max(m.left_on)::text from membership m
        where m.alliance_id = organization.alliance_id and m.organization_id = organization.id)`.as("leftOn"),
    ])
    .orderBy("organization.sortKey")
    .orderBy("organization.id")
    .execute();
}
