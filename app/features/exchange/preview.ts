import type { Fields, SheetDefinition } from "./column.ts";
import type { ColumnMatch } from "./match-columns.ts";
import { keyOfRow, overlayRow, type Place, placesOf, type RowNote, type Values } from "./overlay.ts";
import type { SheetRow } from "./sheet.ts";
import { exampleMark } from "./sheet-wording.ts";
import { takeTurns } from "./take-turns.ts";

export type Existing<Field extends string> = { version: number; values: Fields<Field> };
/** Judges a whole row: what is stored already with the cells of the file laid over it. */
export type RowCheck<Field extends string> = (
  values: Values<Field>,
  existing: Existing<Field> | undefined,
) => { errors?: RowNote<Field>[]; warnings?: RowNote<Field>[] };

export type RowStatus = "new" | "changes" | "same" | "warning" | "error";
export type RowPreview<Field extends string> = {
  number: number;
  /** A row with a warning is still stored: `act` says how. */
  status: RowStatus;
  act: "insert" | "update" | "none";
  key: string;
  /** The record's version the comparison was made with. */
  version?: number;
  values: Values<Field>;
  changes: { field: Field; from: string; to: string }[];
  errors: RowNote<Field>[];
  warnings: RowNote<Field>[];
};

export type Preview<Field extends string> = {
  rows: RowPreview<Field>[];
  counts: Record<RowStatus, number>;
  /** Example rows of the template that were left in. */
  skipped: number;
};

type Sources<Field extends string> = {
  definition: SheetDefinition<Field>;
  match: ColumnMatch<Field>;
  rows: SheetRow[];
  /** By the value of the key field. */
  existing: Map<string, Existing<Field>>;
  check?: RowCheck<Field>;
};

/** Named of many rows with the same key. */
const rowsNamed = 5;

/** Says for every row what storing it would do. */
export async function previewRows<Field extends string>(sources: Sources<Field>): Promise<Preview<Field>> {
  const { definition, match, check } = sources;
  const pause = takeTurns();
  const rows = sources.rows.filter((row) => !isExample(row));
  const preview: Preview<Field> = {
    rows: [],
    counts: { new: 0, changes: 0, same: 0, warning: 0, error: 0 },
    skipped: sources.rows.length - rows.length,
  };
  const { places, keyPlace } = placesOf(definition, match);
  const existing = new Map([...sources.existing].map(([key, record]) => [sameKey(key), record]));
  const rowsOfKey = new Map<string, number[]>();
  const keys: string[] = [];
  for (const row of rows) {
    await pause();
    const key = keyOfRow(keyPlace, row);
    const same = sameKey(key);
    const found = rowsOfKey.get(same);
    keys.push(key);
    if (!found) rowsOfKey.set(same, [row.number]);
    else if (key !== "" && found.length <= rowsNamed) found.push(row.number);
  }
  for (const [index, row] of rows.entries()) {
    await pause();
    const key = keys[index] ?? "";
    const same = sameKey(key);
    const record = existing.get(same);
    const doubles = key === "" ? [] : (rowsOfKey.get(same) ?? []).filter((number) => number !== row.number);
    const judged = previewRow(places, row, { record, doubles, keyField: definition.key, check });
    preview.rows.push({ number: row.number, key, version: record?.version, ...judged });
    preview.counts[judged.status] += 1;
  }
  return preview;
}

type Context<Field extends string> = {
  record: Existing<Field> | undefined;
  /** Other rows with the same key. */
  doubles: number[];
  keyField: Field;
  check: RowCheck<Field> | undefined;
};

function previewRow<Field extends string>(
  places: Place<Field>[],
  row: SheetRow,
  { record, doubles, keyField, check }: Context<Field>,
): Omit<RowPreview<Field>, "number" | "key" | "version"> {
  const { values, changes: found, errors } = overlayRow(places, row, record?.values);
  const changes = record ? found.filter(({ field }) => field !== keyField) : found;
  const touched = !record || changes.length > 0;
  const warnings: RowNote<Field>[] = [];
  if (doubles.length > 0) {
    const named = doubles.slice(0, rowsNamed).join(", ");
    errors.push({ field: keyField, message: "row.doubled", params: { rows: named } });
  }
  if (touched) {
    if (row.hidden) warnings.push({ message: "row.hidden" });
    // A cell that could not be read has its reason already; the rest of the row is judged all the same.
    const unread = new Set(errors.map((error) => error.field));
    const isNews = ({ field }: RowNote<Field>) => field === undefined || !unread.has(field);
    const absent = places
      .filter(({ column }) => column.required && values[column.field] === "")
      .map(({ column }) => ({ field: column.field, message: "row.required" }));
    const checked = check?.(values, record);
    errors.push(...[...absent, ...(checked?.errors ?? [])].filter(isNews));
    warnings.push(...(checked?.warnings ?? []).filter(isNews));
  }
  const act = errors.length > 0 || !touched ? "none" : record ? "update" : "insert";
  const plain = record ? (touched ? "changes" : "same") : "new";
  const status = errors.length > 0 ? "error" : warnings.length > 0 ? "warning" : plain;
  return { status, act, values, changes, errors, warnings };
}

/** Codes differ by more than case and width of letters. */
export function sameKey(key: string) {
  return key.normalize("NFKC").trim().toUpperCase();
}

function isExample(row: SheetRow) {
  const first = row.cells.find((cell) => cell !== "") ?? "";
  return first.startsWith(exampleMark.zh) || first.startsWith(exampleMark.en.trim());
}
