import { isBlank, isClear, readCell } from "./cell.ts";
import { type Column, columnOf, type Fields, type SheetDefinition } from "./column.ts";
import type { ColumnMatch } from "./match-columns.ts";
import type { SheetRow } from "./sheet.ts";

/** `message` is a key of messages; without a field it concerns the whole row. */
export type RowNote<Field extends string> = {
  field?: Field;
  message: string;
  params?: Record<string, string | number>;
};
export type Values<Field extends string> = Record<Field, string>;
/** A column of the definition and where the file has it, if it does. */
export type Place<Field extends string> = { column: Column<Field>; position: number };

/** Of a cell that is quoted in a reason. */
const quotedCharacters = 60;

export function placesOf<Field extends string>(
  definition: SheetDefinition<Field>,
  match: ColumnMatch<Field>,
): { places: Place<Field>[]; keyPlace: Place<Field> } {
  const place = (column: Column<Field>) => ({ column, position: match.fields.indexOf(column.field) });
  return {
    places: definition.columns.map(place),
    keyPlace: place(columnOf(definition, definition.key)),
  };
}

/** The row's cells laid over what is stored: an empty cell or an absent column changes nothing. */
export function overlayRow<Field extends string>(
  places: Place<Field>[],
  row: SheetRow,
  stored: Fields<Field> | undefined,
) {
  const values = {} as Values<Field>;
  const changes: { field: Field; from: string; to: string }[] = [];
  const errors: RowNote<Field>[] = [];
  for (const { column, position } of places) {
    const { field } = column;
    const from = storedText(column, stored?.[field]);
    const { to = from, error } = readPlace(column, position, row);
    values[field] = to;
    if (from !== to) changes.push({ field, from, to });
    if (error) errors.push({ field, ...error });
  }
  return { values, changes, errors };
}

export function keyOfRow<Field extends string>({ column, position }: Place<Field>, row: SheetRow): string {
  return readPlace(column, position, row).to ?? "";
}

type PlaceReading = { to?: string; error?: Pick<RowNote<string>, "message" | "params"> };

function readPlace(column: Column, position: number, row: SheetRow): PlaceReading {
  const text = row.cells[position] ?? "";
  const problem = row.problems?.find((candidate) => candidate.column === position)?.reason;
  if (problem) return { error: unread(problem, text) };
  if (isBlank(text)) return {};
  if (isClear(text)) return { to: "" };
  const reading = readCell(column, text);
  if (!("problem" in reading)) return { to: reading.value };
  return { error: unread(reading.problem, reading.quoted ?? text, reading.params) };
}

function unread(problem: string, text: string, params?: Record<string, string>) {
  return { message: `cell.${problem}`, params: { ...params, text: text.slice(0, quotedCharacters) } };
}

function storedText(column: Column, stored: string | null | undefined): string {
  if (!stored) return "";
  const reading = readCell(column, stored);
  return "value" in reading ? reading.value : stored;
}
