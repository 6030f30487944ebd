import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import type { SheetDefinition } from "../column.ts";
import type { RowCells } from "../edit-cells.ts";
import type { Existing, RowCheck, RowPreview } from "../preview.ts";

/** A part of the register as spreadsheets read and write it, for one viewer on one day. */
export type Register = {
  definition: SheetDefinition;
  /** Says which record a row is about where its key is left to be understood. */
  keyOf?: (cells: RowCells) => void;
  /** The records with these keys, as far as the viewer sees them. Call it before the two below. */
  find: (keys: string[]) => Promise<Map<string, Existing<string>>>;
  /** Fills in what a row leaves to be understood. */
  prepare: (cells: RowCells, existing: Existing<string> | undefined) => void;
  check: RowCheck<string>;
  /** Writes rows that were found to be in order. */
  store: (writer: Writer, rows: RowPreview<string>[], trx: Trx) => Promise<void>;
};
