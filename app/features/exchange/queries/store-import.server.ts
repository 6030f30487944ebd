import { sql } from "kysely";
import { recordAudit } from "#app/audit/write.server.ts";
import { accountsWithSurroundings, visitOf } from "#app/auth/session.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { type Db, database, type Trx } from "#app/database.server.ts";

type ImportId = { allianceId: string; id: string };

/** An import that waits to be stored, and whoever confirmed it; their account may have ended since. */
export async function findQueuedImport({ allianceId, id }: ImportId, db: Db = database) {
  const found = await db
    .selectFrom("spreadsheetImport")
    .selectAll()
    .where("allianceId", "=", allianceId)
    .where("id", "=", id)
    .where("status", "=", "queued")
    .executeTakeFirst();
  if (!found) return undefined;
  const account = await accountsWithSurroundings(db)
    .where("account.allianceId", "=", allianceId)
    .where("account.id", "=", found.accountId)
    .executeTakeFirst();
  return { ...found, viewer: account && visitOf(account).viewer };
}

/** Seen at once by whoever waits: outside of the transaction that stores. */
export async function tellProgress({ allianceId, id }: ImportId, progress: number) {
  await database
    .updateTable("spreadsheetImport")
    .set({ progress })
    .where("allianceId", "=", allianceId)
    .where("id", "=", id)
    .execute();
}

/**
 * A connection that checked foreign keys while a table was small keeps a plan that reads the whole table for each
 * row; thousands of rows later that takes most of the time.
 */
export const planAnew = (trx: Trx) => sql`discard plans`.execute(trx);

/** Part of the transaction that stores. False where another process has done it: then nothing must be kept. */
export async function finishImport(
  writer: Writer,
  imported: { id: string; fileName: string; kind: string; acts: number; counts: unknown },
  trx: Trx,
) {
  const { numUpdatedRows } = await trx
    .updateTable("spreadsheetImport")
    .set({ status: "stored", progress: imported.acts, finishedAt: writer.now })
    .where("allianceId", "=", writer.viewer.allianceId)
    .where("id", "=", imported.id)
    .where("status", "=", "queued")
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const { id, fileName, kind, acts } = imported;
  const entry = {
    action: "import.stored",
    subjectKind: "import" as const,
    subjectId: id,
    subjectLabel: fileName,
    after: { kind, rows: acts },
  };
  await recordAudit(writer, [entry], trx);
  return true;
}

/** Nothing was stored; the reason is a key of messages. */
export async function failImport({ allianceId, id }: ImportId, failure: string, now: Date) {
  await database
    .updateTable("spreadsheetImport")
    .set({ status: "failed", failure, progress: 0, finishedAt: now })
    .where("allianceId", "=", allianceId)
    .where("id", "=", id)
    .where("status", "=", "queued")
    .execute();
}

/** Sheets hold personal data: they are kept only as long as somebody may ask about them. */
export async function forgetImports(before: Date) {
  await database
    .deleteFrom("spreadsheetImport")
    .where("createdAt", "<", before)
    .where("status", "!=", "queued")
    .execute();
}
