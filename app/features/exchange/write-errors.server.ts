import type ExcelJS from "exceljs";
import type { Language, SheetDefinition } from "./column.ts";
import { isReasonHeading } from "./match-columns.ts";
import type { CellReason, Sheet } from "./sheet.ts";
import { reasonHeading } from "./sheet-wording.ts";
import { sheetName, styleHeadings, writeWorkbook, xmlText } from "./workbook.server.ts";

/** The rows that have reasons, as they came, with the reasons in a last column that the next import ignores. */
export function writeErrorRows(
  { title }: Pick<SheetDefinition, "title">,
  { headings, rows }: Pick<Sheet, "headings" | "rows">,
  reasons: Map<number, string[]>,
  { language }: { language: Language },
): Promise<Buffer> {
  const kept = headings.flatMap((heading, index) => (isReasonHeading(heading) ? [] : [index]));
  return writeWorkbook((workbook) => {
    const sheet = workbook.addWorksheet(sheetName(title, language), {
      views: [{ state: "frozen", ySplit: 1 }],
    });
    // Text throughout: what was typed comes back as it was typed.
    const asText = { style: { numFmt: "@" } };
    sheet.columns = [...kept.map(() => ({ width: 16, ...asText })), { width: 60, ...asText }];
    const first = sheet.addRow([
      ...kept.map((index) => xmlText(headings[index] ?? "")),
      reasonHeading[language],
    ]);
    styleHeadings(first);
    first.commit();
    for (const { number, cells, problems = [] } of rows) {
      const reason = reasons.get(number)?.join("\n");
      if (!reason) continue;
      const typed = kept.map((index) => {
        const reason = problems.find((problem) => problem.column === index)?.reason;
        return cellAsItCame(cells[index] ?? "", reason);
      });
      const row = sheet.addRow([...typed, xmlText(reason)]);
      row.getCell(kept.length + 1).font = { color: { argb: "FFB3261E" } };
      row.commit();
    }
    sheet.commit();
  });
}

/** A cell that could not be read comes back as something that can't be read until it is typed anew. */
function cellAsItCame(text: string, reason: CellReason | undefined): ExcelJS.CellValue {
  if (reason === "formulaError" || reason === "formulaWithoutResult") return { error: "#VALUE!" };
  if (reason === "digitsLost" && /^-?\d+$/.test(text)) return Number(text);
  return xmlText(text) || null;
}
