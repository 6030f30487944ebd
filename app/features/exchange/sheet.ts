/** Bytes of a file that is accepted. */
export const largestFile = 10 * 1024 * 1024;

/** What a file may be at most. Unpacked sizes are counted while unpacking, not believed. */
export const limits = {
  fileBytes: largestFile,
  unpackedBytes: 100 * 1024 * 1024,
  /** Real sheets stay under 50; deflate can reach 1,032. */
  unpackedRatio: 300,
  zipEntries: 1_000,
  rows: 20_000,
  columns: 200,
  cells: 1_000_000,
  characters: 20_000_000,
  /** Excel itself holds 32,767. */
  cellCharacters: 32_000,
  seconds: 30,
  workerMegabytes: 256,
} as const;

export type CellReason = "digitsLost" | "formulaError" | "formulaWithoutResult" | "tooLong";
export type CellProblem = { column: number; reason: CellReason };
/** `number` is the row as the spreadsheet counts it, from 1. */
export type SheetRow = { number: number; cells: string[]; hidden?: true; problems?: CellProblem[] };
export type RawSheet = { name?: string; otherSheets: string[]; rows: SheetRow[] };
export type Sheet = Omit<RawSheet, "rows"> & { headings: string[]; headingRow: number; rows: SheetRow[] };

export type RefusalReason =
  | "empty"
  | "doubledColumns"
  | "encoding"
  | "encrypted"
  | "macro"
  | "noHeading"
  | "noKeyColumn"
  | "noKnownColumn"
  | "noRows"
  | "notASpreadsheet"
  | "oldExcel"
  | "quotes"
  | "tooComplex"
  | "tooLarge"
  | "tooManyCells"
  | "tooManyColumns"
  | "tooManyRows"
  | "tooSlow"
  | "unreadable"
  | "wrongExtension"
  | "zipBomb";

/** The reason is the key `refused.<reason>` of this feature's messages. */
export class SheetRefused extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`spreadsheet refused: ${reason}`);
    this.name = "SheetRefused";
  }
}

const megabyte = 1024 * 1024;

export function refuseLargeFile(bytes: number) {
  if (bytes > limits.fileBytes)
    throw new SheetRefused("tooLarge", {
      most: limits.fileBytes / megabyte,
      size: Math.ceil(bytes / megabyte),
    });
}
