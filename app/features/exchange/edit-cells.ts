import type { ColumnMatch } from "./match-columns.ts";
import type { SheetRow } from "./sheet.ts";

export type RowCells = { get: (field: string) => string; set: (field: string, text: string) => void };

/**
 * What a row leaves to be understood is written into a copy of it, in columns added where the file has none;
 * a cell that could not be read keeps its reason.
 */
export function editCells(
  match: ColumnMatch<string>,
  row: SheetRow,
  edit: (cells: RowCells) => void,
): SheetRow {
  const cells = [...row.cells];
  const positionOf = (field: string) => {
    const position = match.fields.indexOf(field);
    return position >= 0 ? position : match.fields.push(field) - 1;
  };
  edit({
    get: (field) => cells[match.fields.indexOf(field)] ?? "",
    set: (field, text) => {
      const position = positionOf(field);
      // A hole before it is an empty cell, not a missing one.
      while (cells.length < position) cells.push("");
      cells[position] = text;
    },
  });
  return { ...row, cells };
}
