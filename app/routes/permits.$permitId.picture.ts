import type { LoaderFunctionArgs } from "@remix-run/node";
import { contentDisposition } from "#app/features/sites/picture.ts";
import { findPermitPicture } from "#app/features/sites/queries/permits.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { content, mediaType, name } = found(await findPermitPicture(viewer, readId(params.permitId)));
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": contentDisposition(name),
      "Content-Security-Policy": policies[mediaType === "application/pdf" ? "pdf" : "image"],
    },
  });
}

/** Whatever it holds, it runs nothing. Browsers' own PDF viewers do not open in a sandbox. */
const policies = {
  image: "default-src 'none'; sandbox",
  pdf: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'",
};
