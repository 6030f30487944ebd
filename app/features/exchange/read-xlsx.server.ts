import { collectRows } from "./collect-rows.ts";
import { dayText, numberText } from "./number-text.ts";
import { openZip, type Zip } from "./open-zip.server.ts";
import {
  readDayStyles,
  readSharedStrings,
  readWorkbook,
  refuseOtherArchives,
} from "./read-workbook.server.ts";
import { type CellReason, limits, type RawSheet, SheetRefused, type SheetRow } from "./sheet.ts";

/** Reads the first visible sheet, cell by cell, so that empty formatted cells cost nothing. */
export async function readXlsx(bytes: Buffer): Promise<RawSheet> {
  const zip = await openZip(bytes);
  await refuseOtherArchives(zip);
  const { sheets, since1904 } = await readWorkbook(zip);
  const visible = sheets.filter((sheet) => !sheet.hidden);
  const [first, ...others] = visible;
  if (!first) throw new SheetRefused("unreadable");
  const strings = await readSharedStrings(zip);
  const dayStyles = await readDayStyles(zip);
  const rows = await readRows(zip, first.part, (cell) => cellText(cell, { strings, dayStyles, since1904 }));
  return { name: first.name, otherSheets: others.map((sheet) => sheet.name), rows };
}

type Cell = { column: number; type: string; style: number; raw: string; formula: boolean };
type CellText = { text: string; reason?: CellReason };

function cellText(
  { type, style, raw, formula }: Cell,
  { strings, dayStyles, since1904 }: { strings: string[]; dayStyles: boolean[]; since1904: boolean },
): CellText {
  if (formula && raw === "" && type !== "str") return { text: "", reason: "formulaWithoutResult" };
  if (raw === "") return { text: "" };
  if (type === "s") return { text: unescapeText(strings[Number(raw)] ?? "") };
  if (type === "str" || type === "inlineStr") return { text: unescapeText(raw) };
  if (type === "b") return { text: raw === "1" || raw === "true" ? "TRUE" : "FALSE" };
  if (type === "e") return { text: raw, reason: "formulaError" };
  if (type === "d") return { text: raw.replace(/T00:00(:00(\.0+)?)?Z?$/, "") };
  const day = dayStyles[style] ? dayText(raw, since1904) : undefined;
  return day === undefined ? numberText(raw) : { text: day };
}

/** ECMA-376 part 1, 22.9.2.19: characters that XML can't hold are written _x000D_. */
function unescapeText(text: string) {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

async function readRows(zip: Zip, part: string, textOf: (cell: Cell) => CellText): Promise<SheetRow[]> {
  const found = collectRows();
  const merged: string[] = [];
  let number = 0;
  let cell: Cell = { column: -1, type: "n", style: 0, raw: "", formula: false };
  let collecting = false;
  let phonetic = false;
  const exists = await zip.readXml(part, {
    open(name, attributes) {
      collecting = (name === "v" || name === "t") && !phonetic;
      if (name === "c") {
        const column = attributes.r ? columnIndex(attributes.r) : cell.column + 1;
        cell = {
          column,
          type: attributes.t ?? "n",
          style: Number(attributes.s ?? 0),
          raw: "",
          formula: false,
        };
      } else if (name === "row") {
        number = attributes.r ? Number(attributes.r) : number + 1;
        cell = { ...cell, column: -1 };
        found.openRow(number, attributes.hidden === "1" || attributes.hidden === "true");
      } else if (name === "f") cell.formula = true;
      else if (name === "rPh") phonetic = true;
      else if (name === "mergeCell" && attributes.ref) merged.push(attributes.ref);
    },
    text(piece) {
      if (collecting) cell.raw += piece;
    },
    close(name) {
      collecting = false;
      if (name === "rPh") phonetic = false;
      if (name !== "c") return;
      const { text, reason } = textOf(cell);
      found.addCell(cell.column, text, reason);
    },
  });
  if (!exists) throw new SheetRefused("unreadable");
  return fillMerged(found.finish(), merged);
}

function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of reference.toUpperCase()) {
    if (letter < "A" || letter > "Z") break;
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index - 1;
}

/** A town written once beside its five villages is the town of all five. Across columns nothing is copied. */
function fillMerged(rows: SheetRow[], merged: string[]): SheetRow[] {
  if (merged.length === 0) return rows;
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const last = rows.at(-1)?.number ?? 0;
  let steps = 0;
  for (const range of merged) {
    const [from = "", to = ""] = range.split(":");
    const column = columnIndex(from);
    const top = rowNumber(from);
    const text = byNumber.get(top)?.cells[column];
    if (!text || column >= limits.columns) continue;
    for (let number = top + 1; number <= Math.min(rowNumber(to), last); number += 1) {
      steps += 1;
      if (steps > limits.cells) throw new SheetRefused("tooManyCells", { most: limits.cells });
      const row = byNumber.get(number);
      if (!row || row.cells[column]) continue;
      while (row.cells.length < column) row.cells.push("");
      row.cells[column] = text;
    }
  }
  return rows;
}

function rowNumber(reference: string) {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0);
}
