import { v7 as uuidv7 } from "uuid";
import { isCoordinator, type Viewer, type Writer } from "#app/auth/viewer.ts";
import { type Db, database, inTransaction, type Trx } from "#app/database.server.ts";
import { addJob } from "#app/jobs/queue.server.ts";
import type { JsonValue } from "#db/schema/exchange.ts";
import type { ImportKind, rowStatuses } from "../kinds.ts";
import type { RowNote } from "../overlay.ts";
import type { RowPreview } from "../preview.ts";
import type { SheetPreview } from "../preview-sheet.ts";
import type { Sheet, SheetRow } from "../sheet.ts";
import { takeTurns } from "../take-turns.ts";

type RowStatus = (typeof rowStatuses)[number];
type Shown = Pick<RowPreview<string>, "key" | "act" | "changes" | "errors" | "warnings">;
export type ImportRow = { number: number; status: RowStatus; preview: Shown };

const rowsPerStatement = 250;

/** Keeps an uploaded sheet with its preview, for whoever uploaded it. */
export function insertImport(
  { viewer, now }: Writer,
  {
    kind,
    fileName,
    sheet,
    preview,
  }: { kind: ImportKind; fileName: string; sheet: Sheet; preview: SheetPreview },
) {
  const id = uuidv7();
  return inTransaction(async (trx) => {
    await trx
      .insertInto("spreadsheetImport")
      .values({
        allianceId: viewer.allianceId,
        id,
        accountId: viewer.userId,
        kind,
        fileName: fileName.slice(0, 200),
        headings: sheet.headings,
        otherSheets: sheet.otherSheets.slice(0, 20),
        ...summary(preview),
        status: "ready",
        createdAt: now,
      })
      .execute();
    await insertRows({ allianceId: viewer.allianceId, id }, sheet.rows, preview, trx);
    return id;
  });
}

const summary = ({ counts, skipped, acts, fingerprint }: SheetPreview) => ({
  counts,
  skipped,
  acts,
  fingerprint,
});

type ImportId = { allianceId: string; id: string };

async function insertRows({ allianceId, id }: ImportId, rows: SheetRow[], preview: SheetPreview, trx: Trx) {
  const pause = takeTurns();
  const shown = new Map(preview.rows.map((row) => [row.number, row]));
  const kept = rows.flatMap(({ number, cells, problems, hidden }) => {
    const row = shown.get(number);
    if (!row) return [];
    const { status, key, act, changes, errors, warnings } = row;
    return [
      {
        allianceId,
        importId: id,
        number,
        cells,
        problems: (problems ?? null) as JsonValue,
        hidden: hidden ?? false,
        status,
        preview: { key, act, changes, errors, warnings } as unknown as JsonValue,
      },
    ];
  });
  for (let start = 0; start < kept.length; start += rowsPerStatement) {
    await pause();
    await trx
      .insertInto("spreadsheetRow")
      .values(kept.slice(start, start + rowsPerStatement))
      .execute();
  }
}

/** The register moved: the preview is made anew and waits to be confirmed again. */
export function renewImport(imported: ImportId, rows: SheetRow[], preview: SheetPreview) {
  return inTransaction(async (trx) => {
    const { numUpdatedRows } = await ofImport(
      trx
        .updateTable("spreadsheetImport")
        .set({ ...summary(preview), status: "ready", moved: true, progress: 0 }),
      imported,
    )
      .where("status", "=", "queued")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await trx
      .deleteFrom("spreadsheetRow")
      .where("allianceId", "=", imported.allianceId)
      .where("importId", "=", imported.id)
      .execute();
    await insertRows(imported, rows, preview, trx);
  });
}

type Narrowed<Query> = { where(column: "allianceId" | "id", operator: "=", value: string): Query };
const ofImport = <Query extends Narrowed<Query>>(query: Query, { allianceId, id }: ImportId) =>
  query.where("allianceId", "=", allianceId).where("id", "=", id);

/** One import, for whoever uploaded it; the audit log leads coordinators to everybody's. */
export function findImport(viewer: Viewer, id: string, db: Db = database) {
  const { allianceId, userId } = viewer;
  return ofImport(db.selectFrom("spreadsheetImport").selectAll(), { allianceId, id })
    .$if(!isCoordinator(viewer), (query) => query.where("accountId", "=", userId))
    .executeTakeFirst();
}

/** The newest imports of one account. */
export function listImports({ allianceId, userId }: Viewer, limit: number, db: Db = database) {
  return db
    .selectFrom("spreadsheetImport")
    .select(["id", "kind", "fileName", "counts", "acts", "status", "createdAt", "finishedAt"])
    .where("allianceId", "=", allianceId)
    .where("accountId", "=", userId)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

export async function listImportRows(
  { allianceId, id }: ImportId,
  { status, after, limit }: { status?: RowStatus; after?: number; limit: number },
  db: Db = database,
) {
  const rows = await db
    .selectFrom("spreadsheetRow")
    .select(["number", "status", "preview"])
    .where("allianceId", "=", allianceId)
    .where("importId", "=", id)
    .$if(status !== undefined, (query) => query.where("status", "=", status as RowStatus))
    .$if(after !== undefined, (query) => query.where("number", ">", after as number))
    .orderBy("number")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit) as unknown as ImportRow[];
  return { items, next: rows.length > limit ? items.at(-1)?.number : undefined };
}

/** The rows as they came, in the file's order; with their reasons where only errors are asked for. */
export async function listSheetRows(
  { allianceId, id }: ImportId,
  { status }: { status?: RowStatus } = {},
  db: Db = database,
) {
  const rows = await db
    .selectFrom("spreadsheetRow")
    .select(["number", "cells", "problems", "hidden"])
    .$if(status !== undefined, (query) => query.select("preview").where("status", "=", status as RowStatus))
    .where("allianceId", "=", allianceId)
    .where("importId", "=", id)
    .orderBy("number")
    .execute();
  return rows.map(({ number, cells, problems, hidden, preview }) => ({
    number,
    cells: cells as string[],
    ...(problems !== null && { problems: problems as SheetRow["problems"] }),
    ...(hidden && { hidden: true as const }),
    errors: ((preview as unknown as Shown | undefined)?.errors ?? []) as RowNote<string>[],
  }));
}

/** Asks for what was shown to be stored. False where it is under way or done already, or another preview stands there. */
export function confirmImport(
  { viewer, now }: Writer,
  { id, fingerprint }: { id: string; fingerprint: string },
) {
  const { allianceId } = viewer;
  return inTransaction(async (trx) => {
    const { numUpdatedRows } = await ofImport(
      trx
        .updateTable("spreadsheetImport")
        .set({ status: "queued", moved: false, failure: null, progress: 0 }),
      { allianceId, id },
    )
      .where("accountId", "=", viewer.userId)
      .where("status", "in", ["ready", "failed"])
      .where("fingerprint", "=", fingerprint)
      .where("acts", ">", 0)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await addJob({ allianceId, kind: "import.store", payload: { importId: id }, runAt: now }, trx);
    return true;
  });
}
