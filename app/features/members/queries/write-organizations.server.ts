import { type Edit, insertAudited, type Subject, updateAudited } from "#app/audit/rows.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { cellOf } from "#app/map/cell.ts";
import { searchColumns } from "#app/search/terms.ts";
import type { OrganizationFields } from "../schema.ts";
import { refuseTaken } from "../taken.server.ts";

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

/** Changes organizations as a whole: each edit carries every field of the form. */
export function updateOrganizations(writer: Writer, edits: Edit<OrganizationFields>[], outer?: Trx) {
  const followed = edits.map((edit) => ({
    ...edit,
    fields: follow(writer.viewer.allianceId, edit.fields as OrganizationFields),
  }));
  return inTransaction((trx) => refuseTaken(updateAudited(writer, subject, followed, trx)), outer);
}
