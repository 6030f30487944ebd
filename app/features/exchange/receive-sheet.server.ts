import type { AppLoadContext } from "@remix-run/node";
import * as z from "zod";
import { importKinds } from "./access.ts";
import { previewSheet } from "./preview-sheet.ts";
import { insertImport } from "./queries/imports.server.ts";
import { readSheet } from "./read-sheet.server.ts";
import { openRegister } from "./registers/open-register.server.ts";
import { SheetRefused } from "./sheet.ts";
import { wordsOf } from "./words.server.ts";

export const uploadFields = z.object({
  kind: z.enum(["members", "households", "sites"], "error.required"),
  file: z.file("error.file"),
});

/** Reads an upload and keeps it with its preview; answers its id, or why it can't be read. */
export async function receiveSheet(
  { kind, file }: z.output<typeof uploadFields>,
  context: AppLoadContext,
  signal: AbortSignal,
): Promise<{ id: string } | { refused: string }> {
  const writer = await context.writer();
  try {
    const register = await openRegister(kind, writer.viewer, context.today);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sheet = await readSheet(bytes, file.name, register.definition, { signal });
    const preview = await previewSheet(register, sheet);
    return { id: await insertImport(writer, { kind, fileName: file.name, sheet, preview }) };
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    const { [context.language]: heading, ...params } = error.params;
    return { refused: wordsOf(context).t(`refused.${error.reason}`, { ...params, heading }) };
  }
}

export const mayImport = (viewer: Parameters<typeof importKinds>[0], kind: string) =>
  importKinds(viewer).some((one) => one === kind);
