import { type CellReason, limits, type RawSheet, SheetRefused, type SheetRow } from "./sheet.ts";

// Excel writes 610921101200 into a csv as 6.10921E+11: what stood there can't be known any more.
const scientific = /^[+-]?\d(\.\d{1,15})?E\+\d{1,3}$/i;

/** Takes cells as a parser meets them and refuses a file as soon as it grows past a limit. */
export function collectRows() {
  const rows: SheetRow[] = [];
  let cells = 0;
  let characters = 0;
  let row: SheetRow | undefined;

  const closeRow = () => {
    if (row && row.cells.length > 0) rows.push(row);
    row = undefined;
    // Title and notes may stand above the headings: room for them on top of the rows that count.
    if (rows.length > limits.rows + 10) throw new SheetRefused("tooManyRows", { most: limits.rows });
  };

  return {
    openRow(number: number, hidden: boolean) {
      closeRow();
      row = hidden ? { number, cells: [], hidden: true } : { number, cells: [] };
    },
    /** Cells come from left to right; empty ones may be left out. */
    addCell(column: number, found: string, reason?: CellReason) {
      const text = found.replace(/\r\n?/g, "\n").trim();
      if (!row || (text === "" && !reason)) return;
      if (column >= limits.columns) throw new SheetRefused("tooManyColumns", { most: limits.columns });
      cells += 1;
      if (cells > limits.cells) throw new SheetRefused("tooManyCells", { most: limits.cells });
      characters += text.length;
      if (characters > limits.characters) throw new SheetRefused("tooComplex");
      while (row.cells.length < column) row.cells.push("");
      const tooLong = text.length > limits.cellCharacters;
      row.cells[column] = tooLong ? text.slice(0, limits.cellCharacters + 1) : text;
      const problem = tooLong ? "tooLong" : scientific.test(text) ? "digitsLost" : reason;
      if (problem) row.problems = [...(row.problems ?? []), { column, reason: problem }];
    },
    finish(): RawSheet["rows"] {
      closeRow();
      return rows;
    },
  };
}
