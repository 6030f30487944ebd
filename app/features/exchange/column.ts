/** Both languages at once: a heading is recognised whichever language its reader uses. */
export type Wording = { zh: string; en: string };
export type Language = keyof Wording;

export type Reading =
  | { value: string }
  | { problem: CellProblemWord; quoted?: string; params?: Record<string, string> };
export type CellProblemWord =
  | "notANumber"
  | "notADay"
  | "notAChoice"
  | "unknownOrganization"
  | "severalOrganizations"
  | "otherOrganization";

/** How a column names something of the register: read from what a person writes, and shown again. */
export type Reference = { read: (text: string) => Reading; show: (value: string) => string };

export type Column<Field extends string = string> = {
  field: Field;
  heading: Wording;
  /** What towns call the same column in the sheets they already have. */
  aliases?: string[];
  /** As stored: for a choice its value, for a day 'YYYY-MM-DD'. */
  example: string;
  /** `code` is text whose digits must survive a spreadsheet: codes, telephone numbers; `choices` are several in one cell. */
  form: "text" | "code" | "number" | "day" | "choice" | "choices" | "reference";
  /** `also` are other words that are understood. */
  options?: (Wording & { value: string; also?: string[] })[];
  reference?: Reference;
  required?: boolean;
  note?: Wording;
  /** In characters, as spreadsheets count it. */
  width?: number;
};

export type SheetDefinition<Field extends string = string> = {
  kind: string;
  title: Wording;
  columns: Column<Field>[];
  /** The field that tells which record a row is about; a row without it is a new record. */
  key: Field;
};

/** Unfilled fields may be absent. */
export type Fields<Field extends string> = Partial<Record<Field, string | null>>;

export function columnOf<Field extends string>(definition: SheetDefinition<Field>, field: Field) {
  const column = definition.columns.find((candidate) => candidate.field === field);
  if (!column) throw new Error(`${definition.kind} has no column ${field}`);
  return column;
}
