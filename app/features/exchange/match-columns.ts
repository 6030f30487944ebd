import type { Column, SheetDefinition } from "./column.ts";
import { type RawSheet, type Sheet, SheetRefused } from "./sheet.ts";
import { reasonHeading } from "./sheet-wording.ts";

export type ColumnMatch<Field extends string> = {
  /** By position in the file; undefined where the column is not taken. */
  fields: (Field | undefined)[];
  unknown: string[];
  /** The name is known, but the unit in brackets is another: nothing is guessed. */
  otherUnit: { heading: string; field: Field }[];
  /** Required columns the file lacks: it can still change records, but not add any. */
  missing: Field[];
  doubled: { field: Field; headings: string[] }[];
  /** False where a required key is missing, a column is doubled or none is known. */
  usable: boolean;
};

const headingSearch = 10;

/** The headings are the row, among the first ten, that knows the most columns: titles often stand above it. */
export function splitHeadings(definition: SheetDefinition, { rows, ...sheet }: RawSheet): Sheet {
  const known = knownColumns(definition);
  const candidates = rows.slice(0, headingSearch).map(({ cells }, index) => ({
    index,
    matches: new Set(cells.map((cell) => matchHeading(known, cell).column).filter(Boolean)).size,
    table: new Set(cells.filter(Boolean)).size > 1,
  }));
  const most = Math.max(...candidates.map(({ matches }) => matches));
  const best =
    most > 0 ? candidates.find(({ matches }) => matches === most) : candidates.find(({ table }) => table);
  const index = best?.index ?? 0;
  const heading = rows[index];
  if (!heading) throw new SheetRefused("noHeading");
  return { ...sheet, headings: heading.cells, headingRow: heading.number, rows: rows.slice(index + 1) };
}

export function matchColumns<Field extends string>(
  definition: SheetDefinition<Field>,
  headings: string[],
): ColumnMatch<Field> {
  const fields: ColumnMatch<Field>["fields"] = [];
  const unknown: string[] = [];
  const otherUnit: ColumnMatch<Field>["otherUnit"] = [];
  const headingsOf = new Map<Field, string[]>();
  const known = knownColumns(definition);
  for (const heading of headings) {
    const { column, differs } = matchHeading(known, heading);
    fields.push(differs ? undefined : column?.field);
    if (heading === "" || isReasonHeading(heading)) continue;
    if (!column) unknown.push(heading);
    else if (differs) otherUnit.push({ heading, field: column.field });
    else headingsOf.set(column.field, [...(headingsOf.get(column.field) ?? []), heading]);
  }
  const missing = definition.columns
    .filter((column) => column.required && !headingsOf.has(column.field))
    .map((column) => column.field);
  const doubled = [...headingsOf]
    .filter(([, found]) => found.length > 1)
    .map(([field, found]) => ({ field, headings: found }));
  const usable = headingsOf.size > 0 && doubled.length === 0 && !missing.includes(definition.key);
  return { fields, unknown, otherUnit, missing, doubled, usable };
}

export function isReasonHeading(heading: string) {
  return Object.values(reasonHeading).some((known) => nameOf(known) === nameOf(heading));
}

type KnownColumn<Field extends string> = { column: Column<Field>; names: string[]; units: string[] };

function knownColumns<Field extends string>(definition: SheetDefinition<Field>): KnownColumn<Field>[] {
  return definition.columns.map((column) => {
    const headings = [column.heading.zh, column.heading.en, ...(column.aliases ?? [])];
    return { column, names: headings.map(nameOf), units: headings.map(unitOf).filter(Boolean) };
  });
}

function matchHeading<Field extends string>(
  known: KnownColumn<Field>[],
  heading: string,
): { column?: Column<Field>; differs?: true } {
  const name = nameOf(heading);
  if (name === "") return {};
  const unit = unitOf(heading);
  const named = known.filter(({ names }) => names.includes(name));
  const fitting = named.find(({ units }) => unit === "" || units.length === 0 || units.includes(unit));
  if (fitting) return { column: fitting.column };
  return named[0] ? { column: named[0].column, differs: true } : {};
}

const brackets = /[([{【「〔〈《].*?[)\]}】」〕〉》]/g;

/** No heading is longer; a cell can be, and would only cost time. */
const longestHeading = 100;

/** What is left of a heading without brackets, width of letters, case, spaces and marks. */
function nameOf(heading: string) {
  return letters(heading.slice(0, longestHeading).normalize("NFKC").replace(brackets, ""));
}

function unitOf(heading: string) {
  const found = heading.slice(0, longestHeading).normalize("NFKC").match(brackets) ?? [];
  return letters(found.join(""));
}

function letters(text: string) {
  return text.toLowerCase().replace(/[\p{P}\p{S}\s]/gu, "");
}
