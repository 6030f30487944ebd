import path from "node:path";
import { Worker } from "node:worker_threads";
import type { SheetDefinition } from "./column.ts";
import { splitHeadings } from "./match-columns.ts";
import { limits, type RawSheet, refuseLargeFile, type Sheet, SheetRefused, type SheetRow } from "./sheet.ts";
import { sheetFormat } from "./sheet-format.ts";
import type { WorkerReport, WorkerTask } from "./sheet-worker.server.ts";

/** Files wait here for their turn, so that many uploads at once can't take the server's memory. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads an uploaded xlsx or csv in a thread with its own memory and time limit: a hostile file
 * neither holds up the server nor eats its memory.
 * @throws {SheetRefused} with the reason to show
 */
export async function readSheet(
  bytes: Uint8Array,
  fileName: string,
  definition: SheetDefinition,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Sheet> {
  refuseLargeFile(bytes.byteLength);
  const format = sheetFormat(bytes, fileName);
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    signal?.throwIfAborted();
    return splitHeadings(definition, await runWorker({ bytes, format }, signal));
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function runWorker(workerData: WorkerTask, signal: AbortSignal | undefined): Promise<RawSheet> {
  // The thread runs from source, whether this module was bundled or not.
  const worker = new Worker(path.resolve("app/features/exchange/start-sheet-worker.js"), {
    workerData,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes, maxYoungGenerationSizeMb: 32 },
  });
  return new Promise<RawSheet>((resolve, reject) => {
    const rows: SheetRow[] = [];
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      settle();
      void worker.terminate();
    };
    const abort = () => end(() => reject(signal?.reason));
    const timer = setTimeout(() => end(() => reject(new SheetRefused("tooSlow"))), limits.seconds * 1000);
    signal?.addEventListener("abort", abort);
    worker.on("message", (message: WorkerReport) => {
      if ("rows" in message) rows.push(...message.rows);
      else if ("done" in message) end(() => resolve({ ...message.done, rows }));
      else end(() => reject(new SheetRefused(message.refused.reason, message.refused.params)));
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      end(() => reject(outOfMemory ? new SheetRefused("tooComplex") : error));
    });
    worker.on("exit", () => end(() => reject(new SheetRefused("unreadable"))));
  });
}
