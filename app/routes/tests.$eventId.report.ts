import type { LoaderFunctionArgs } from "@remix-run/node";
import { findReport } from "#app/features/production/treatments/queries/record-test.server.ts";
import { filePolicies } from "#app/features/sites/file-policies.ts";
import { contentDisposition } from "#app/features/sites/picture.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { content, mediaType, name } = found(await findReport(viewer, readId(params.eventId)));
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": contentDisposition(name),
      "Content-Security-Policy": filePolicies[mediaType === "application/pdf" ? "pdf" : "image"],
    },
  });
}
