import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import type { Column, Language } from "./column.ts";

export type WorkbookWriter = ExcelJS.stream.xlsx.WorkbookWriter;
export type WorksheetWriter = ReturnType<WorkbookWriter["addWorksheet"]>;

/** Rows go out as they are committed, so that a large sheet never stands in memory as objects. */
export async function writeWorkbook(
  fill: (workbook: WorkbookWriter) => Promise<void> | void,
): Promise<Buffer> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  await fill(workbook);
  await workbook.commit();
  return bytes;
}

/** Text stays text in every form of column: nothing written here is ever a formula. */
export function cellValue(column: Column, shown: string): string | number | Date | null {
  if (shown === "") return null;
  if (column.form === "number" && /^-?\d{1,15}(\.\d+)?$/.test(shown) && shown.replace(/\D/g, "").length <= 15)
    return Number(shown);
  if (column.form === "day" && /^\d{4}-\d{2}-\d{2}$/.test(shown)) {
    const day = new Date(`${shown}T00:00:00Z`);
    // Spreadsheets count days from 1900 and get its first two months wrong.
    if (shown >= "1900-03-01" && !Number.isNaN(day.getTime())) return day;
  }
  return xmlText(shown);
}

/** What XML 1.0 can't hold is left out; text that looks like a spreadsheet's escape is escaped. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|\uFFFE|\uFFFF|\p{Cs}/gu, "")
    .replace(/_(?=x[0-9A-F]{4}_)/gi, "_x005F_");
}

export function numberFormat({ form }: Column): string {
  if (form === "number") return "General";
  return form === "day" ? "yyyy-mm-dd" : "@";
}

export function sheetName(title: { [language in Language]: string }, language: Language) {
  // Excel allows 31 characters and none of these.
  return title[language].replace(/[\\/*?:[\]]/g, " ").slice(0, 31);
}

export function styleHeadings(row: ExcelJS.Row) {
  row.font = { bold: true };
  row.alignment = { vertical: "middle", wrapText: true };
  row.eachCell((cell) => {
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE6F1F3" } };
    cell.border = { bottom: { style: "thin", color: { argb: "FF7A9CA5" } } };
  });
}
