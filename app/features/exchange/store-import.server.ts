import { EditConflict, IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import { database } from "#app/database.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import type { Handler } from "#app/jobs/work.server.ts";
import { previewSheet } from "./preview-sheet.ts";
import { listSheetRows, renewImport } from "./queries/imports.server.ts";
import {
  failImport,
  findQueuedImport,
  finishImport,
  planAnew,
  tellProgress,
} from "./queries/store-import.server.ts";
import { openRegister } from "./registers/open-register.server.ts";
import { takeTurns } from "./take-turns.ts";

const rowsAtOnce = 100;

class DoneElsewhere extends Error {}

/**
 * Stores a confirmed import in one transaction. Where the register has moved since it was shown, nothing is stored
 * and the new preview waits instead.
 */
async function storeImport(id: { allianceId: string; id: string }, now: Date) {
  const imported = await findQueuedImport(id);
  if (!imported) return;
  const { viewer, kind } = imported;
  if (!viewer) return failImport(id, "failed.accountEnded", now);
  const writer = { viewer, now };
  const sheet = { headings: imported.headings as string[], rows: await listSheetRows(id) };
  const previewNow = async () => {
    const register = await openRegister(kind, viewer, chinaDay(now));
    return { register, preview: await previewSheet(register, sheet) };
  };
  const { register, preview } = await previewNow();
  if (preview.fingerprint !== imported.fingerprint) return renewImport(id, sheet.rows, preview);
  const rows = preview.rows.filter(({ act }) => act !== "none");
  try {
    await database.transaction().execute(async (trx) => {
      const pause = takeTurns();
      for (let start = 0; start < rows.length; start += rowsAtOnce) {
        await register.store(writer, rows.slice(start, start + rowsAtOnce), trx);
        if (start === 0 || start === 10 * rowsAtOnce) await planAnew(trx);
        await tellProgress(id, Math.min(start + rowsAtOnce, rows.length - 1));
        await pause();
      }
      if (!(await finishImport(writer, imported, trx))) throw new DoneElsewhere();
    });
  } catch (error) {
    if (error instanceof DoneElsewhere) return;
    if (![Refused, EditConflict, IdTaken, Missing].some((known) => error instanceof known)) throw error;
    const { preview: renewed } = await previewNow();
    if (renewed.fingerprint !== imported.fingerprint) return renewImport(id, sheet.rows, renewed);
    const reason = error instanceof Refused ? error.message : "error.idTaken";
    await failImport(id, reason.includes(":") ? reason : `common:${reason}`, now);
  }
}

const idOf = ({ allianceId, payload }: { allianceId: string; payload: Record<string, string> }) => ({
  allianceId,
  id: payload.importId ?? "",
});

export const storeImportJob: Handler = {
  work: (job, now) => storeImport(idOf(job), now),
  giveUp: (job, now) => failImport(idOf(job), "failed.unexpected", now),
};
