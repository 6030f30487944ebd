import type { Updateable } from "kysely";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import type { Database } from "#db/schema/index.ts";
import { editConflict } from "./edit-conflict.server.ts";
import { IdTaken, Missing } from "./errors.ts";
import type { SubjectKind } from "./subjects.ts";
import { type AuditEntry, changedFields, recordAudit } from "./write.server.ts";

type AuditedTable =
  | "organization"
  | "household"
  | "contact"
  | "site"
  | "permit"
  | "account"
  | "checklist"
  | "inspection"
  | "hazard"
  | "drugPurchase";
type Row = Record<string, unknown>;

/** How rows of a table appear in the audit log. */
export type Subject = {
  table: AuditedTable;
  kind: SubjectKind;
  label: (row: Row) => string;
  organizationId: (row: Row) => string | null;
  /** columns that follow from others, or must not be shown */
  unlisted: string[];
  /** what the change of these columns is called, where it has a name of its own */
  changedAs?: (columns: string[]) => string;
};

const bookkeeping = ["allianceId", "id", "version", "createdAt", "updatedAt"];
/** PostgreSQL takes at most 65,535 parameters a statement. */
const rowsPerStatement = 1000;

const listed = (subject: Subject, row: Row) =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([column, value]) =>
        !bookkeeping.includes(column) &&
        !subject.unlisted.includes(column) &&
        value !== null &&
        value !== undefined,
    ),
  );

const entry = (subject: Subject, action: string, row: Row): Omit<AuditEntry, "before" | "after"> => ({
  action: `${subject.kind}.${action}`,
  subjectKind: subject.kind,
  subjectId: String(row.id),
  subjectLabel: subject.label(row),
  organizationId: subject.organizationId(row),
});

/**
 * Inserts rows with ids made by the caller, one audit entry each. A row whose id is there already with the same
 * content is passed over, so that a repeated request is safe; with other content: IdTaken. Answers the ids inserted.
 */
export async function insertAudited(writer: Writer, subject: Subject, rows: Row[], trx: Trx) {
  const stamps = { allianceId: writer.viewer.allianceId, createdAt: writer.now, updatedAt: writer.now };
  const inserted = new Set<string>();
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const batch = rows.slice(start, start + rowsPerStatement).map((row) => ({ ...row, ...stamps }));
    const answer = await trx
      .insertInto(subject.table)
      .values(batch as never)
      .onConflict((conflict) => conflict.columns(["allianceId", "id"]).doNothing())
      .returning("id")
      .execute();
    for (const { id } of answer) inserted.add(id);
  }
  const repeated = rows.filter((row) => !inserted.has(String(row.id)));
  if (repeated.length > 0) await assertSameContent(writer, subject, repeated, trx);
  await recordAudit(
    writer,
    rows
      .filter((row) => inserted.has(String(row.id)))
      .map((row) => ({ ...entry(subject, "added", row), after: listed(subject, row) })),
    trx,
  );
  return inserted;
}

async function assertSameContent(writer: Writer, subject: Subject, rows: Row[], trx: Trx) {
  const standing = await lockRows(
    writer,
    subject,
    rows.map((row) => String(row.id)),
    trx,
  );
  for (const row of rows) {
    const there = standing.get(String(row.id));
    if (!there || changedFields(there, listed(subject, row)).fields.length > 0) throw new IdTaken();
  }
}

export type Edit<Fields> = { id: string; version: number; fields: Partial<Fields> };

/**
 * Changes rows, one audit entry each with the fields that really changed; a row in which nothing changes is left
 * alone. Answers the rows before and after. Throws Missing, or EditConflict when a row has moved on from the version
 * the edit was based on and says something else now.
 */
export async function updateAudited<Fields extends Row>(
  writer: Writer,
  subject: Subject,
  edits: Edit<Fields>[],
  trx: Trx,
) {
  const standing = await lockRows(
    writer,
    subject,
    edits.map((edit) => edit.id),
    trx,
  );
  const changes: { before: Row; after: Row }[] = [];
  const entries: AuditEntry[] = [];
  for (const edit of edits) {
    const before = standing.get(edit.id);
    if (!before) throw new Missing();
    const change = changedFields(before, edit.fields as Row);
    if (change.fields.length === 0) continue;
    const shown = (values: Row) =>
      Object.fromEntries(Object.entries(values).filter(([column]) => !subject.unlisted.includes(column)));
    if (before.version !== edit.version) {
      const standing = { id: edit.id, version: Number(before.version), theirs: shown(change.before) };
      throw await editConflict(writer, standing, trx);
    }
    const after: Row = { ...before, ...edit.fields };
    changes.push({ before, after });
    entries.push({
      ...entry(subject, subject.changedAs?.(change.fields) ?? "changed", after),
      before: shown(change.before),
      after: shown(change.after),
    });
    await trx
      .updateTable(subject.table)
      .set({ ...edit.fields, version: edit.version + 1, updatedAt: writer.now } as Updateable<
        Database[AuditedTable]
      >)
      .where("allianceId", "=", writer.viewer.allianceId)
      .where("id", "=", edit.id)
      .execute();
  }
  await recordAudit(writer, entries, trx);
  return changes;
}

/** Locks in id order, so that two writers of the same rows wait for each other instead of deadlocking. */
async function lockRows(writer: Writer, subject: Subject, ids: string[], trx: Trx) {
  if (ids.length === 0) return new Map<string, Row>();
  const rows = await trx
    .selectFrom(subject.table as "site")
    .selectAll()
    .where("allianceId", "=", writer.viewer.allianceId)
    .where("id", "in", ids)
    .orderBy("id")
    .forUpdate()
    .execute();
  return new Map<string, Row>(rows.map((row) => [row.id, row]));
}
