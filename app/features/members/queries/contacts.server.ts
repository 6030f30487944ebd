import { insertAudited, type Subject, updateAudited } from "#app/audit/rows.server.ts";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import type { ContactFields } from "../schema.ts";

const subject: Subject = {
  table: "contact",
  kind: "contact",
  label: (row) => String(row.name),
  organizationId: (row) => String(row.organizationId),
  unlisted: ["organizationId"],
};

type Contact = { id: string; organizationId: string } & ContactFields;

export function insertContacts(writer: Writer, contacts: Contact[], outer?: Trx) {
  return inTransaction((trx) => insertAudited(writer, subject, contacts, trx), outer);
}

type ContactEdit = { id: string; version: number; fields: Partial<ContactFields & { toOn: string | null }> };

/** A contact who leaves is ended with a day, and stays in the history. */
export function updateContacts(writer: Writer, edits: ContactEdit[], outer?: Trx) {
  return inTransaction((trx) => updateAudited(writer, subject, edits, trx), outer);
}

/** One contact with the organization it stands for; the caller asks whether the viewer may see that organization. */
export function findContact(viewer: Viewer, id: string, db: Db = database) {
  return db
    .selectFrom("contact")
    .selectAll()
    .where("allianceId", "=", viewer.allianceId)
    .where("id", "=", id)
    .executeTakeFirst();
}
