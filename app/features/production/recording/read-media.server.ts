import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { largestMedia, mediaFields, mediaOf } from "./media.ts";

/** The photo and the voice note sent with a form, each under the id the form made for it. */
export async function readMedia(form: FormData) {
  const fields = Object.entries(mediaFields) as [keyof typeof mediaFields, string][];
  const files = await Promise.all(fields.map(([name, id]) => readOne(form, name, id)));
  return files.filter((file) => file !== undefined);
}

async function readOne(form: FormData, name: string, idName: string) {
  const file = form.get(name);
  if (!(file instanceof File) || file.size === 0) return undefined;
  if (file.size > largestMedia)
    throw new Refused(name, `error.fileTooLarge|${JSON.stringify({ size: "10 MB" })}`);
  const content = Buffer.from(await file.arrayBuffer());
  const kind = mediaOf(file, content);
  const id = z.uuid().safeParse(form.get(idName));
  if (!kind || !id.success) throw new Refused(name, "recording:error.fileKind");
  return { id: id.data, ...kind, content };
}
