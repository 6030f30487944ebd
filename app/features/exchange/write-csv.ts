import Papa from "papaparse";
import { showCell } from "./cell.ts";
import type { Fields, Language, SheetDefinition } from "./column.ts";
import { harmlessText } from "./formula.ts";
import { takeTurns } from "./take-turns.ts";

const rowsPerPiece = 100;
/** Excel takes a csv for UTF-8 only with this before it. */
const byteOrderMark = "\uFEFF";

export async function writeCsv<Field extends string>(
  { columns }: SheetDefinition<Field>,
  rows: Iterable<Fields<Field>> | AsyncIterable<Fields<Field>>,
  { language }: { language: Language },
): Promise<Buffer> {
  const pieces = [Buffer.from(byteOrderMark)];
  let lines: string[][] = [columns.map((column) => column.heading[language])];
  const pause = takeTurns();
  const flush = async () => {
    // Where Excel divides at semicolons, a formula behind one would stand in a cell of its own.
    const quotes = (value: string) => /[;\t]/.test(value);
    pieces.push(Buffer.from(`${Papa.unparse(lines, { newline: "\r\n", quotes })}\r\n`));
    lines = [];
    await pause();
  };
  for await (const row of rows) {
    lines.push(columns.map((column) => harmlessText(showCell(column, row[column.field] ?? "", language))));
    if (lines.length === rowsPerPiece) await flush();
  }
  if (lines.length > 0) await flush();
  return Buffer.concat(pieces);
}
