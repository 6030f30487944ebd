import type { Viewer } from "#app/auth/viewer.ts";
import type { ImportKind } from "#app/features/exchange/kinds.ts";
import { previewSheet } from "#app/features/exchange/preview-sheet.ts";
import { confirmImport, findImport, insertImport } from "#app/features/exchange/queries/imports.server.ts";
import { openRegister } from "#app/features/exchange/registers/open-register.server.ts";
import { now, today } from "#tests/factories.ts";

/** Lines of a sheet, the first its headings. */
export function sheetOf([headings = [], ...lines]: string[][]) {
  return {
    headings,
    headingRow: 1,
    otherSheets: [],
    rows: lines.map((cells, index) => ({ number: index + 2, cells })),
  };
}

export async function previewOf(viewer: Viewer, kind: ImportKind, lines: string[][]) {
  return previewSheet(await openRegister(kind, viewer, today), sheetOf(lines));
}

/** As an upload leaves it: kept with its preview, not confirmed. */
export async function uploaded(viewer: Viewer, kind: ImportKind, lines: string[][]) {
  const sheet = sheetOf(lines);
  const preview = await previewSheet(await openRegister(kind, viewer, today), sheet);
  const id = await insertImport({ viewer, now }, { kind, fileName: "表.xlsx", sheet, preview });
  return { id, fingerprint: preview.fingerprint };
}

export const confirmed = async (viewer: Viewer, kind: ImportKind, lines: string[][]) => {
  const imported = await uploaded(viewer, kind, lines);
  await confirmImport({ viewer, now }, imported);
  return imported;
};

export const statusOf = async (viewer: Viewer, id: string) => (await findImport(viewer, id))?.status;
