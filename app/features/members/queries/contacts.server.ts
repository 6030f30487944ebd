import { insertAudited, type Subject, updateAudited } from "#app/audit/rows.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { inTransaction, type Trx } from "#app/database.server.ts";
import { refuseFuture } from "../refuse-future.ts";
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
  return inTransaction(async (trx) => {
    for (const { fields } of edits) refuseFuture(writer, "toOn", fields.toOn);
    return updateAudited(writer, subject, edits, trx);
  }, outer);
}
