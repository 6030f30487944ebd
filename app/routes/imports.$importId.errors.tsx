import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFile } from "#app/features/exchange/answer-sheet.server.ts";
import { explainNote } from "#app/features/exchange/explain.ts";
import { findImport, listSheetRows } from "#app/features/exchange/queries/imports.server.ts";
import { openRegister } from "#app/features/exchange/registers/open-register.server.ts";
import { wordsOf } from "#app/features/exchange/words.server.ts";
import { writeErrorRows } from "#app/features/exchange/write-errors.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";

/** The rows with errors as they came, with the reasons beside them: to be mended and uploaded again. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const imported = found(await findImport(viewer, readId(params.importId)));
  const { definition } = await openRegister(imported.kind, viewer, context.today);
  const rows = await listSheetRows(imported, { status: "error" });
  const words = wordsOf(context);
  const reasons = new Map(
    rows.map(({ number, errors }) => [number, errors.map((note) => explainNote(note, definition, words))]),
  );
  const sheet = { headings: imported.headings as string[], rows };
  const content = await writeErrorRows(definition, sheet, reasons, context);
  const name = imported.fileName.replace(/\.[^.]*$/, "");
  return answerFile(content, `${name}-${context.t("exchange:status.error")}.xlsx`);
}
