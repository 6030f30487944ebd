import Papa from "papaparse";
import { collectRows } from "./collect-rows.ts";
import { decodeText } from "./decode-text.ts";
import { bareText } from "./formula.ts";
import { type RawSheet, SheetRefused } from "./sheet.ts";

const newline = "\n";

/** Comma, semicolon or tab, whichever the file uses. */
export function readCsv(bytes: Uint8Array): RawSheet {
  const text = decodeText(bytes).replace(/\r\n?/g, newline);
  const found = collectRows();
  let number = 0;
  Papa.parse<string[]>(text, {
    delimiter: findDelimiter(text),
    newline,
    step({ data, errors }) {
      number += 1;
      if (errors.some((error) => error.type === "Quotes")) throw new SheetRefused("quotes", { row: number });
      found.openRow(number, false);
      for (const [column, cell] of data.entries()) found.addCell(column, bareText(cell));
    },
  });
  return { otherSheets: [], rows: found.finish() };
}

/** The first row that any of them divides is the headings: the one that divides it most is meant. */
function findDelimiter(text: string): string {
  const start = text.slice(0, 50_000);
  const trials = [",", "\t", ";"].map((delimiter) => ({
    delimiter,
    widths: Papa.parse<string[]>(start, { delimiter, newline, preview: 10 }).data.map((row) => row.length),
  }));
  for (let row = 0; row < 10; row += 1) {
    const [widest] = trials.toSorted((a, b) => (b.widths[row] ?? 0) - (a.widths[row] ?? 0));
    if (widest && (widest.widths[row] ?? 0) > 1) return widest.delimiter;
  }
  return ",";
}
