import type * as z from "zod";
import type { RowNote } from "../overlay.ts";

type Texts = Record<string, string>;

/** Cells as a form would send them: an empty one is left out, several choices are a list. */
export const formValues = (values: Texts, lists: string[] = []) =>
  Object.fromEntries([
    ...Object.entries(values).filter(([field, text]) => text !== "" && !lists.includes(field)),
    ...lists.map((field) => [field, values[field] ? values[field].split(",") : []]),
  ]);

const withParameters = /^([\w.:]+)\|(\{.*\})$/;

/** What a form's schema has against a row, at the row's cells. */
export const notesOf = (issues: z.core.$ZodIssue[]): RowNote<string>[] =>
  issues.map(({ path, message }) => {
    const [, key = message, params = "{}"] = withParameters.exec(message) ?? [];
    const note = key.includes(":") ? key : `common:${key}`;
    return { field: String(path[0]), message: note, params: JSON.parse(params) };
  });

/** A stored value as a cell holds it. */
export function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(",") : String(value);
}
