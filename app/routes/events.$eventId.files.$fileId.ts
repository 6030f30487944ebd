import type { LoaderFunctionArgs } from "@remix-run/node";
import { findEventFile } from "#app/features/production/queries/event-files.server.ts";
import { contentDisposition } from "#app/features/sites/picture.ts";
import { found } from "#app/http/answers.server.ts";
import { fileAnswer } from "#app/http/byte-range.server.ts";
import { readId } from "#app/http/parameters.server.ts";

/** A photo or voice note, for whoever may see the event; whatever it holds, it runs nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const ids = { eventId: readId(params.eventId), fileId: readId(params.fileId) };
  const { content, mediaType, name } = found(await findEventFile(viewer, ids));
  return fileAnswer(request, new Uint8Array(content), {
    "Content-Type": mediaType,
    "Content-Disposition": contentDisposition(name),
    "Content-Security-Policy": "default-src 'none'; media-src 'self'; sandbox",
  });
}
