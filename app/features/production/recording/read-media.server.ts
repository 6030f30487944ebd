import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { largestMedia, mediaOf } from "./media.ts";

/** The photo or voice note sent with a form under the id the form made for it; undefined: none. */
export async function readMedia(form: FormData) {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return undefined;
  if (file.size > largestMedia)
    throw new Refused("file", `error.fileTooLarge|${JSON.stringify({ size: "10 MB" })}`);
  const content = Buffer.from(await file.arrayBuffer());
  const kind = mediaOf(file, content);
  const id = z.uuid().safeParse(form.get("fileId"));
  if (!kind || !id.success) throw new Refused("file", "recording:error.fileKind");
  return { id: id.data, ...kind, content };
}
