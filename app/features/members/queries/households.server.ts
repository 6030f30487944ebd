import { type SqlBool, sql } from "kysely";
import { type Edit, insertAudited, type Subject, updateAudited } from "#app/audit/rows.server.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { searchColumns, searchQuery } from "#app/search/terms.ts";
import type { householdFlags } from "../kinds.ts";
import { refuseFuture } from "../refuse-future.ts";
import type { HouseholdFields } from "../schema.ts";
import { refuseTaken } from "../taken.server.ts";
import { maskedName, maskedPhone, ownConcern } from "../visible.server.ts";

export type HouseholdFilter = {
  organizationId?: string;
  town?: string;
  flag?: (typeof householdFlags)[number];
  codes?: string[];
  /** true: also those that have ended */
  ended?: boolean | "only";
  q?: string;
};

/** Households by village; names and numbers masked where the viewer has no business with them, and then not searched. */
export async function listHouseholds(
  viewer: Viewer,
  filter: HouseholdFilter,
  { after, limit }: { after?: PageKey; limit: number },
  db: Db = database,
) {
  const shown = personalDataShown(viewer);
  const rows = await filteredHouseholds(viewer, filter, db)
    .leftJoin("town", "town.code", "organization.townCode")
    .select([
      "household.id",
      "household.code",
      maskedName(sql<string>`household.head_name`, shown).as("headName"),
      maskedPhone(sql<string | null>`household.phone`, shown).as("phone"),
      "household.people",
      "household.flags",
      "household.joinedOn",
      "household.endedOn",
      sql<string | null>`case when ${shown} then household.note end`.as("note"),
      "household.version",
      "household.sortKey",
      "organization.id as organizationId",
      "organization.name as organizationName",
      "organization.code as organizationCode",
      "organization.townCode",
      "town.name as townName",
    ])
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(household.sort_key, household.id) > (${after?.sortKey}, ${after?.id}::uuid)`),
    )
    .orderBy("household.sortKey")
    .orderBy("household.id")
    .limit(limit + 1)
    .execute();
  return { items: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1] : undefined };
}

export async function countHouseholds(viewer: Viewer, filter: HouseholdFilter, db: Db = database) {
  const found = filteredHouseholds(viewer, filter, db).select("household.id").limit(100_000);
  const { count } = await db
    .selectFrom(found.as("found"))
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** One household, for those whose concern its village is. */
export async function findHousehold(viewer: Viewer, id: string, db: Db = database) {
  return filteredHouseholds(viewer, { ended: true }, db)
    .where("household.id", "=", id)
    .where(personalDataShown(viewer))
    .selectAll("household")
    .select(["organization.name as organizationName", "organization.townCode"])
    .executeTakeFirst();
}

/** The inspector counts households; their names are not his business. */
const personalDataShown = (viewer: Viewer) =>
  viewer.role === "inspector" ? sql<boolean>`false` : ownConcern(viewer);

export function filteredHouseholds(viewer: Viewer, filter: HouseholdFilter, db: Db) {
  const search = filter.q ? searchQuery(viewer.allianceId, filter.q) : undefined;
  const reach =
    viewer.role === "enterprise"
      ? sql<boolean>`false`
      : viewer.role === "village"
        ? ownConcern(viewer)
        : sql<boolean>`true`;
  return db
    .selectFrom("household")
    .innerJoin("organization", (join) =>
      join
        .onRef("organization.allianceId", "=", "household.allianceId")
        .onRef("organization.id", "=", "household.organizationId"),
    )
    .where("household.allianceId", "=", viewer.allianceId)
    .where(reach)
    .$if(!filter.ended, (query) => query.where("household.endedOn", "is", null))
    .$if(filter.ended === "only", (query) => query.where("household.endedOn", "is not", null))
    .$if(filter.organizationId !== undefined, (query) =>
      query.where("household.organizationId", "=", filter.organizationId as string),
    )
    .$if(filter.town !== undefined, (query) =>
      query.where("organization.townCode", "=", filter.town as string),
    )
    .$if(filter.codes !== undefined, (query) =>
      query.where(sql<SqlBool>`household.code = any(${filter.codes}::text[])`),
    )
    .$if(filter.flag !== undefined, (query) =>
      query.where(sql<SqlBool>`household.flags @> array[${filter.flag}]::text[]`),
    )
    .$if(search !== undefined, (query) =>
      query
        .where(personalDataShown(viewer))
        .where(sql<SqlBool>`household.search_terms @> ${search?.terms}::text[]`)
        .where(sql<SqlBool>`household.search_text like all (${search?.likes}::text[])`),
    );
}

const subject: Subject = {
  table: "household",
  kind: "household",
  label: (row) => String(row.headName),
  organizationId: (row) => String(row.organizationId),
  unlisted: ["sortKey", "searchText", "searchTerms"],
};

const follow = (allianceId: string, fields: HouseholdFields) => ({
  ...fields,
  ...searchColumns(allianceId, fields.headName, fields.code),
});

export function insertHouseholds(
  writer: Writer,
  households: ({ id: string } & HouseholdFields)[],
  outer?: Trx,
) {
  const rows = households.map(({ id, ...fields }) => ({ id, ...follow(writer.viewer.allianceId, fields) }));
  return inTransaction(async (trx) => {
    for (const { endedOn } of rows) refuseFuture(writer, "endedOn", endedOn);
    return refuseTaken(insertAudited(writer, subject, rows, trx));
  }, outer);
}

/** Each edit carries every field of the form. */
export function updateHouseholds(writer: Writer, edits: Edit<HouseholdFields>[], outer?: Trx) {
  const followed = edits.map((edit) => ({
    ...edit,
    fields: follow(writer.viewer.allianceId, edit.fields as HouseholdFields),
  }));
  return inTransaction(async (trx) => {
    for (const { fields } of followed) refuseFuture(writer, "endedOn", fields.endedOn);
    return refuseTaken(updateAudited(writer, subject, followed, trx));
  }, outer);
}
