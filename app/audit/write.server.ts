import { v7 as uuidv7 } from "uuid";
import type { Viewer, Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import type { JsonValue } from "#db/schema/audit.ts";
import type { SubjectKind } from "./subjects.ts";

export type AuditEntry = {
  /** `<subject>.<past participle>`, for example `site.changed` */
  action: string;
  subjectKind: SubjectKind;
  subjectId: string;
  subjectLabel: string;
  /** whose history it belongs to; left out: the alliance's */
  organizationId?: string | null;
  /** only the fields that changed; left out when something is new */
  before?: Record<string, unknown>;
  /** only the fields that changed; left out when something ended */
  after?: Record<string, unknown>;
};

/** PostgreSQL takes at most 65,535 parameters a statement. */
const rowsPerStatement = 4000;

/** Who changed what when; part of the transaction that changes it. */
export async function recordAudit({ viewer, now }: Writer, entries: AuditEntry[], trx: Trx) {
  const rows = entries.map((entry) => ({
    allianceId: viewer.allianceId,
    id: uuidv7(),
    at: now,
    accountId: accountOf(viewer),
    accountName: viewer.name,
    accountRole: viewer.role,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    subjectLabel: entry.subjectLabel,
    organizationId: entry.organizationId ?? null,
    before: asJson(entry.before),
    after: asJson(entry.after),
  }));
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await trx
      .insertInto("auditLog")
      .values(rows.slice(start, start + rowsPerStatement))
      .execute();
  }
}

// Instants become ISO text on the way, which the column's type does not know.
const asJson = (fields: Record<string, unknown> | undefined) => (fields ?? null) as JsonValue | null;

const programId = "00000000-0000-0000-0000-000000000000";

/** The account behind a viewer; null for the program itself. */
export const accountOf = ({ userId }: Viewer) => (userId === programId ? null : userId);

/** The program itself as a writer: the sample and the first set-up. */
export const program = (allianceId: string, now: Date): Writer => ({
  viewer: { allianceId, userId: programId, name: "渔联", role: "coordinator" },
  now,
});

/** The fields in which `after` differs from `before`, as the two halves of an audit entry. */
export function changedFields<Row extends Record<string, unknown>>(before: Row, after: Partial<Row>) {
  const fields = Object.keys(after).filter(
    (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  );
  return {
    fields,
    before: Object.fromEntries(fields.map((field) => [field, before[field] ?? null])),
    after: Object.fromEntries(fields.map((field) => [field, after[field] ?? null])),
  };
}
