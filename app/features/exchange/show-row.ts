import { showCell } from "./cell.ts";
import { columnOf, type Language, type SheetDefinition } from "./column.ts";
import { explainNote } from "./explain.ts";
import type { ImportRow } from "./queries/imports.server.ts";

type Words = Parameters<typeof explainNote>[2];

const nameFields = ["name", "headName"];

/** A row of a preview in the reader's language. */
export function showRow({ number, status, preview }: ImportRow, definition: SheetDefinition, words: Words) {
  const { language } = words;
  const explain = (note: Parameters<typeof explainNote>[0]) => explainNote(note, definition, words);
  return {
    number,
    status,
    key: preview.key,
    name: preview.changes.find(({ field }) => nameFields.includes(field))?.to,
    isNew: preview.act === "insert",
    changes:
      preview.act === "none" ? [] : preview.changes.map((change) => showChange(definition, language, change)),
    errors: preview.errors.map(explain),
    warnings: preview.warnings.map(explain),
  };
}
export type ShownRow = ReturnType<typeof showRow>;

function showChange(
  definition: SheetDefinition,
  language: Language,
  { field, from, to }: { field: string; from: string; to: string },
) {
  const column = columnOf(definition, field);
  const show = (value: string) => (value === "" ? "" : showCell(column, value, language));
  return { column: column.heading[language], from: show(from), to: show(to) };
}
