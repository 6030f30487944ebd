import { createHash } from "node:crypto";
import type { SheetDefinition } from "./column.ts";
import { editCells } from "./edit-cells.ts";
import { type ColumnMatch, matchColumns } from "./match-columns.ts";
import { keyOfRow, placesOf } from "./overlay.ts";
import { type Preview, previewRows, sameKey } from "./preview.ts";
import type { Register } from "./registers/register.ts";
import { type Sheet, SheetRefused, type SheetRow } from "./sheet.ts";
import { takeTurns } from "./take-turns.ts";

export type SheetPreview = Preview<string> & { fingerprint: string; acts: number };

/** What storing a sheet would do to the register as it stands. */
export async function previewSheet(
  register: Register,
  { headings, rows }: Pick<Sheet, "headings" | "rows">,
): Promise<SheetPreview> {
  const { definition, keyOf } = register;
  const match = matchColumns(definition, headings);
  const keyed = keyOf ? await editRows(rows, (row) => editCells(match, row, keyOf)) : rows;
  refuseUnusable(match, definition);
  const { keyPlace } = placesOf(definition, match);
  const keyIn = (row: SheetRow) => sameKey(keyOfRow(keyPlace, row));
  const keys = new Set<string>();
  await editRows(keyed, (row) => keys.add(keyIn(row)));
  const existing = await register.find([...keys].filter(Boolean));
  const prepared = await editRows(keyed, (row) =>
    editCells(match, row, (cells) => register.prepare(cells, existing.get(keyIn(row)))),
  );
  const preview = await previewRows({
    definition,
    match,
    rows: prepared,
    existing,
    check: register.check,
  });
  if (preview.rows.length === 0) throw new SheetRefused("noRows");
  const acts = preview.rows.filter(({ act }) => act !== "none").length;
  return { ...preview, acts, fingerprint: await fingerprintOf(preview) };
}

async function editRows<Result>(rows: SheetRow[], edit: (row: SheetRow) => Result) {
  const pause = takeTurns();
  const edited: Result[] = [];
  for (const row of rows) {
    await pause();
    edited.push(edit(row));
  }
  return edited;
}

function refuseUnusable({ doubled, fields }: ColumnMatch<string>, { key, columns }: SheetDefinition) {
  const [first] = doubled;
  if (first) throw new SheetRefused("doubledColumns", { headings: first.headings.join("、") });
  if (fields.every((field) => field === undefined)) throw new SheetRefused("noKnownColumn");
  const heading = columns.find(({ field }) => field === key)?.heading;
  if (!fields.includes(key) && heading)
    throw new SheetRefused("noKeyColumn", { zh: heading.zh, en: heading.en });
}

/** Two previews with the same fingerprint do the same to the same versions of the same records. */
async function fingerprintOf({ rows }: Preview<string>) {
  const pause = takeTurns();
  const hash = createHash("sha256");
  for (const { number, status, act, key, version, values, changes, errors, warnings } of rows) {
    await pause();
    const does = act === "none" ? [] : [version, values, changes];
    hash.update(JSON.stringify([number, status, act, key, does, errors, warnings]));
  }
  return hash.digest("base64url");
}
