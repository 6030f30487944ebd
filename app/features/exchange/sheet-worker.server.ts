import { parentPort, workerData } from "node:worker_threads";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.server.ts";
import { type RawSheet, SheetRefused, type SheetRow } from "./sheet.ts";
import type { SheetFormat } from "./sheet-format.ts";

export type WorkerTask = { bytes: Uint8Array; format: SheetFormat };
export type WorkerReport =
  | { rows: SheetRow[] }
  | { done: Omit<RawSheet, "rows"> }
  | { refused: { reason: SheetRefused["reason"]; params: SheetRefused["params"] } };

/** Small parcels, so that taking one in never holds up the thread that answers pages. */
const rowsPerReport = 500;

async function readInWorker({ bytes, format }: WorkerTask) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { rows, ...rest } = format === "xlsx" ? await readXlsx(buffer) : readCsv(buffer);
  for (let index = 0; index < rows.length; index += rowsPerReport)
    report({ rows: rows.slice(index, index + rowsPerReport) });
  report({ done: rest });
}

function report(message: WorkerReport) {
  parentPort?.postMessage(message);
}

readInWorker(workerData as WorkerTask).catch((error: unknown) => {
  // Whatever a parser stumbles over lies in the file.
  const { reason, params } = error instanceof SheetRefused ? error : new SheetRefused("unreadable");
  report({ refused: { reason, params } });
});
