import type ExcelJS from "exceljs";
import { showCell } from "./cell.ts";
import type { Column, Fields, Language, SheetDefinition } from "./column.ts";
import { limits } from "./sheet.ts";
import { exampleMark, notes } from "./sheet-wording.ts";
import { takeTurns } from "./take-turns.ts";
import {
  cellValue,
  numberFormat,
  sheetName,
  styleHeadings,
  type WorkbookWriter,
  type WorksheetWriter,
  writeWorkbook,
  xmlText,
} from "./workbook.server.ts";

export function writeXlsx<Field extends string>(
  definition: SheetDefinition<Field>,
  rows: Iterable<Fields<Field>> | AsyncIterable<Fields<Field>>,
  { language }: { language: Language },
): Promise<Buffer> {
  return writeWorkbook(async (workbook) => {
    const sheet = addDataSheet(workbook, definition, language);
    const pause = takeTurns();
    let count = 0;
    for await (const row of rows) {
      addRecord(sheet, definition, row, language);
      count += 1;
      await pause();
    }
    addChoices(workbook, sheet, definition, { language, from: 2, to: count + 1 });
    sheet.commit();
  });
}

/** Headings with notes, an example row that imports skip, drop-downs and a sheet that explains. */
export function writeTemplate<Field extends string>(
  definition: SheetDefinition<Field>,
  { language }: { language: Language },
): Promise<Buffer> {
  return writeWorkbook((workbook) => {
    const sheet = addDataSheet(workbook, definition, language);
    const example = Object.fromEntries(
      definition.columns.map((column) => [column.field, column.example]),
    ) as Fields<Field>;
    addRecord(sheet, definition, example, language, exampleMark[language]);
    addNotes(workbook, definition, language);
    addChoices(workbook, sheet, definition, { language, from: 3, to: limits.rows });
    sheet.commit();
  });
}

function addDataSheet<Field extends string>(
  workbook: WorkbookWriter,
  { title, columns }: SheetDefinition<Field>,
  language: Language,
): WorksheetWriter {
  const sheet = workbook.addWorksheet(sheetName(title, language), {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  sheet.columns = columns.map((column) => ({
    key: column.field,
    width: column.width ?? 16,
    style: { numFmt: numberFormat(column) },
  }));
  const headings = sheet.addRow(columns.map((column) => headingText(column, language)));
  styleHeadings(headings);
  for (const [index, column] of columns.entries())
    if (column.note) headings.getCell(index + 1).note = column.note[language];
  headings.commit();
  return sheet;
}

/** The star is left out of account when headings are matched. */
function headingText(column: Column, language: Language) {
  return column.required ? `${column.heading[language]}*` : column.heading[language];
}

function addRecord<Field extends string>(
  sheet: WorksheetWriter,
  { columns }: SheetDefinition<Field>,
  record: Fields<Field>,
  language: Language,
  mark = "",
) {
  const shown = columns.map((column) => showCell(column, record[column.field] ?? "", language));
  const row = sheet.addRow(
    shown.map((text, index) => {
      const column = columns[index] as Column;
      return mark && index === 0 ? mark + text : cellValue(column, text);
    }),
  );
  if (mark) row.font = { italic: true, color: { argb: "FF5F6B6D" } };
  row.commit();
}

type Rows = { language: Language; from: number; to: number };

/** Choices stand on a hidden sheet: a list inside the cell's rule ends at 255 characters and knows no commas. */
function addChoices<Field extends string>(
  workbook: WorkbookWriter,
  sheet: WorksheetWriter,
  { columns }: SheetDefinition<Field>,
  { language, from, to }: Rows,
) {
  const lists = columns.flatMap(({ form, options }, index) =>
    form === "choice" && options ? [{ options, letter: letterOf(index) }] : [],
  );
  if (lists.length === 0 || to < from) return;
  const name = notes.options[language];
  for (const [index, { options, letter }] of lists.entries()) {
    const list = letterOf(index);
    addValidation(sheet, `${letter}${from}:${letter}${to}`, {
      type: "list",
      allowBlank: true,
      formulae: [`'${name}'!$${list}$1:$${list}$${options.length}`],
      // A warning and not a stop: the word that empties a field is no choice.
      showErrorMessage: true,
      errorStyle: "warning",
      error: notes.choose[language],
    });
  }
  const hidden = workbook.addWorksheet(name, { state: "hidden" });
  const longest = Math.max(...lists.map(({ options }) => options.length));
  for (let line = 0; line < longest; line += 1)
    hidden.addRow(lists.map(({ options }) => xmlText(options[line]?.[language] ?? ""))).commit();
  hidden.commit();
}

/** exceljs writes rules for a whole range, but its types know only those of single cells. */
function addValidation(sheet: WorksheetWriter, range: string, validation: ExcelJS.DataValidation) {
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add: (range: string, validation: ExcelJS.DataValidation) => void };
  };
  dataValidations.add(range, validation);
}

function addNotes<Field extends string>(
  workbook: WorkbookWriter,
  { columns, key }: SheetDefinition<Field>,
  language: Language,
) {
  const sheet = workbook.addWorksheet(notes.sheet[language]);
  sheet.columns = [{ width: 24 }, { width: 10 }, { width: 60 }, { width: 60 }];
  const keyHeading = columns.find((column) => column.field === key)?.heading[language] ?? "";
  const lines = [notes.example, notes.key, notes.empty, notes.clear, notes.days];
  for (const line of lines) sheet.addRow([line[language].replace("{{heading}}", keyHeading)]).commit();
  sheet.addRow([]).commit();
  const titles = [notes.column, notes.required, notes.explanation, notes.allowed];
  const headings = sheet.addRow(titles.map((title) => title[language]));
  styleHeadings(headings);
  headings.commit();
  for (const { heading, required, note, options } of columns) {
    const choices = options?.map((option) => option[language]).join(language === "zh" ? "、" : ", ");
    const row = sheet.addRow([
      heading[language],
      required ? notes.yes[language] : "",
      note?.[language] ?? "",
      choices ?? "",
    ]);
    row.alignment = { vertical: "top", wrapText: true };
    row.commit();
  }
  sheet.commit();
}

/** Spreadsheets name columns A to Z, then AA; definitions stay under 27 × 26. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
