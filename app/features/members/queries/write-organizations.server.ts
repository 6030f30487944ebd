import type { Expression } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { Refused } from "#app/audit/errors.ts";
import { type Edit, insertAudited, type Subject, updateAudited } from "#app/audit/rows.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { cellOf } from "#app/map/cell.ts";
import { searchColumns } from "#app/search/terms.ts";
import { refuseFuture } from "../refuse-future.ts";
import type { OrganizationFields } from "../schema.ts";
import { refuseTaken } from "../taken.server.ts";
import { joinAlliance } from "./memberships.server.ts";
import { whatHangsOn } from "./what-hangs-on.server.ts";

const subject: Subject = {
  table: "organization",
  kind: "organization",
  label: (row) => String(row.name),
  organizationId: (row) => String(row.id),
  unlisted: ["cell", "sortKey", "searchText", "searchTerms"],
};

const follow = (allianceId: string, fields: OrganizationFields) => ({
  ...fields,
  cell: fields.lng === null || fields.lat === null ? null : cellOf({ lng: fields.lng, lat: fields.lat }),
  ...searchColumns(allianceId, fields.name, fields.code, fields.villageCode),
});

/** Adds organizations under ids the caller made. */
export function insertOrganizations(
  writer: Writer,
  organizations: ({ id: string } & OrganizationFields)[],
  outer?: Trx,
) {
  const rows = organizations.map(({ id, ...fields }) => ({
    id,
    ...follow(writer.viewer.allianceId, fields),
  }));
  return inTransaction((trx) => refuseTaken(insertAudited(writer, subject, rows, trx)), outer);
}

/** Adds an organization, as a member from a day where one is given. */
export function addOrganization(
  writer: Writer,
  { joinedOn, ...organization }: { id: string; joinedOn: string | null } & OrganizationFields,
) {
  return inTransaction(async (trx) => {
    const inserted = await insertOrganizations(writer, [organization], trx);
    if (joinedOn === null || inserted.size === 0) return;
    const { id: organizationId, name: organizationName } = organization;
    await joinAlliance(writer, { id: uuidv7(), organizationId, organizationName, joinedOn }, trx);
  });
}

/** Changes organizations as a whole: each edit carries every field of the form. */
export function updateOrganizations(writer: Writer, edits: Edit<OrganizationFields>[], outer?: Trx) {
  const followed = edits.map((edit) => ({
    ...edit,
    fields: follow(writer.viewer.allianceId, edit.fields as OrganizationFields),
  }));
  return inTransaction((trx) => refuseTaken(updateAudited(writer, subject, followed, trx)), outer);
}

type End = { id: string; version: number; endedOn: string };

/**
 * Ends an organization that nothing hangs on any more; `operators` are those that operate a site, which a higher
 * feature knows. The row is locked first, so that nothing new can be tied to it meanwhile.
 */
export function endOrganization(
  writer: Writer,
  { id, version, endedOn }: End,
  operators: Expression<string>,
) {
  return inTransaction(async (trx) => {
    refuseFuture(writer, "endedOn", endedOn);
    await trx
      .selectFrom("organization")
      .select("id")
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("id", "=", id)
      .forUpdate()
      .execute();
    const standing = await whatHangsOn(writer.viewer, id, operators, trx);
    if (Object.values(standing).includes(true)) throw new Refused("endedOn", "members:error.stillNeeded");
    await updateAudited(writer, subject, [{ id, version, fields: { endedOn } }], trx);
  });
}

export function reopenOrganization(writer: Writer, { id, version }: { id: string; version: number }) {
  return inTransaction((trx) =>
    updateAudited(writer, subject, [{ id, version, fields: { endedOn: null } }], trx),
  );
}
