import Papa from "papaparse";
import { collectRows } from "./collect-rows.ts";
import { decodeText } from "./decode-text.ts";
import { bareText } from "./formula.ts";
import { type RawSheet, SheetRefused } from "./sheet.ts";

/** Comma, semicolon or tab, whichever the file uses. */
export function readCsv(bytes: Uint8Array): RawSheet {
  const found = collectRows();
  let number = 0;
  Papa.parse<string[]>(decodeText(bytes), {
    delimitersToGuess: [",", "\t", ";"],
    step({ data, errors }) {
      number += 1;
      if (errors.some((error) => error.type === "Quotes")) throw new SheetRefused("quotes", { row: number });
      found.openRow(number, false);
      for (const [column, cell] of data.entries()) found.addCell(column, bareText(cell));
    },
  });
  return { otherSheets: [], rows: found.finish() };
}
