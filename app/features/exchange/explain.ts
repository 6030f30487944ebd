import { columnOf, type Language, type SheetDefinition } from "./column.ts";
import type { RowNote } from "./overlay.ts";

/** One note as a sentence with the column's name before it; `t` is bound to this feature's messages. */
export function explainNote<Field extends string>(
  note: RowNote<Field>,
  definition: SheetDefinition<Field>,
  { t, language }: { t: (key: string, params?: Record<string, unknown>) => string; language: Language },
): string {
  if (note.field === undefined) return t(note.message, note.params);
  const column = columnOf(definition, note.field);
  const choices = column.options?.map((option) => option[language]).join(language === "zh" ? "、" : ", ");
  return t("row.inColumn", {
    column: column.heading[language],
    reason: t(note.message, { ...note.params, ...(choices && { choices }) }),
  });
}
