import { isBlank, isClear, readCell } from "./cell.ts";
import { type Column, columnOf, type Fields, type SheetDefinition } from "./column.ts";
import type { ColumnMatch } from "./match-columns.ts";
import type { SheetRow } from "./sheet.ts";
import { exampleMark } from "./sheet-wording.ts";

/** `message` is a key of messages; without a field it concerns the whole row. */
export type RowNote<Field extends string> = {
  field?: Field;
  message: string;
  params?: Record<string, string | number>;
};
export type Existing<Field extends string> = { version: number; values: Fields<Field> };
export type Values<Field extends string> = Record<Field, string>;
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

const rowsPerTurn = 250;
/** Of a cell that is quoted in a reason. */
const quotedCharacters = 60;

/** Says for every row what storing it would do. Lets other work in between, so that thousands of rows block nobody. */
export async function previewRows<Field extends string>(sources: Sources<Field>): Promise<Preview<Field>> {
  const { definition, existing } = sources;
  const rows = sources.rows.filter((row) => !isExample(row));
  const preview: Preview<Field> = {
    rows: [],
    counts: { new: 0, changes: 0, same: 0, warning: 0, error: 0 },
    skipped: sources.rows.length - rows.length,
  };
  const keyColumn = columnOf(definition, definition.key);
  const records = new Map([...existing].map(([key, record]) => [sameKey(key), record]));
  const keys = rows.map((row) => keyOf(keyColumn, sources.match, row));
  const numbersByKey = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    if (key)
      numbersByKey.set(sameKey(key), [...(numbersByKey.get(sameKey(key)) ?? []), rows[index]?.number ?? 0]);
  }
  for (const [index, row] of rows.entries()) {
    if (index % rowsPerTurn === rowsPerTurn - 1) await new Promise((resolve) => setTimeout(resolve));
    const key = keys[index] ?? "";
    const others = (numbersByKey.get(sameKey(key)) ?? []).filter((number) => number !== row.number);
    const result = previewRow(sources, row, key, records.get(sameKey(key)), others);
    preview.rows.push(result);
    preview.counts[result.status] += 1;
  }
  return preview;
}

function previewRow<Field extends string>(
  { definition, match, check }: Sources<Field>,
  row: SheetRow,
  key: string,
  record: Existing<Field> | undefined,
  sameKeyRows: number[],
): RowPreview<Field> {
  const { values, errors } = readRow(definition, match, row, record);
  const changes = definition.columns
    .map(({ field }) => ({ field, from: storedValue(definition, record, field), to: values[field] }))
    .filter(({ field, from, to }) => from !== to && !(record && field === definition.key));
  const touched = !record || changes.length > 0;
  if (touched) {
    for (const { field, required } of definition.columns)
      if (required && values[field] === "" && !errors.some((error) => error.field === field))
        errors.push({ field, message: "row.required" });
  }
  if (sameKeyRows.length > 0)
    errors.push({
      field: definition.key,
      message: "row.doubled",
      params: { rows: sameKeyRows.slice(0, 5).join(", ") },
    });
  const warnings: RowNote<Field>[] = touched && row.hidden ? [{ message: "row.hidden" }] : [];
  if (touched) {
    // A cell that could not be read has its reason already; the rest of the row is judged all the same.
    const unread = new Set(errors.map((error) => error.field));
    const isNews = ({ field }: RowNote<Field>) => field === undefined || !unread.has(field);
    const checked = check?.(values, record);
    errors.push(...(checked?.errors ?? []).filter(isNews));
    warnings.push(...(checked?.warnings ?? []).filter(isNews));
  }
  const act = errors.length > 0 || !touched ? "none" : record ? "update" : "insert";
  const plain = record ? (touched ? "changes" : "same") : "new";
  const status = errors.length > 0 ? "error" : warnings.length > 0 ? "warning" : plain;
  return {
    number: row.number,
    status,
    act,
    key,
    version: record?.version,
    values,
    changes,
    errors,
    warnings,
  };
}

/** The row's cells over what is stored: an empty cell or an absent column changes nothing. */
function readRow<Field extends string>(
  definition: SheetDefinition<Field>,
  match: ColumnMatch<Field>,
  row: SheetRow,
  record: Existing<Field> | undefined,
) {
  const errors: RowNote<Field>[] = [];
  const values = Object.fromEntries(
    definition.columns.map((column) => [column.field, storedValue(definition, record, column.field)]),
  ) as Values<Field>;
  for (const [position, field] of match.fields.entries()) {
    if (field === undefined) continue;
    const column = columnOf(definition, field);
    const text = row.cells[position] ?? "";
    const params = { text: text.slice(0, quotedCharacters) };
    const problem = row.problems?.find((candidate) => candidate.column === position);
    if (problem) errors.push({ field, message: `cell.${problem.reason}`, params });
    if (problem || isBlank(text)) continue;
    const reading = isClear(text) ? { value: "" } : readCell(column, text);
    if ("problem" in reading) errors.push({ field, message: `cell.${reading.problem}`, params });
    else values[field] = reading.value;
  }
  return { values, errors };
}

function storedValue<Field extends string>(
  definition: SheetDefinition<Field>,
  record: Existing<Field> | undefined,
  field: Field,
) {
  const stored = record?.values[field] ?? "";
  if (stored === "") return "";
  const reading = readCell(columnOf(definition, field), stored);
  return "value" in reading ? reading.value : stored;
}

function keyOf<Field extends string>(
  column: Column<Field>,
  match: ColumnMatch<Field>,
  row: SheetRow,
): string {
  const text = row.cells[match.fields.indexOf(column.field)] ?? "";
  if (isBlank(text)) return "";
  const reading = readCell(column, text);
  return "value" in reading ? reading.value : "";
}

function sameKey(key: string) {
  return key.normalize("NFKC").trim().toUpperCase();
}

function isExample(row: SheetRow) {
  const first = row.cells.find((cell) => cell !== "") ?? "";
  return first.startsWith(exampleMark.zh) || first.startsWith(exampleMark.en.trim());
}
