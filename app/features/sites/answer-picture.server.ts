import { contentDisposition } from "./picture.ts";

type Picture = { content: Uint8Array; mediaType: string; name: string };

/** A picture as it is kept, shown in place. */
export const answerPicture = ({ content, mediaType, name }: Picture) =>
  new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": contentDisposition(name),
      "Content-Security-Policy": policies[mediaType === "application/pdf" ? "pdf" : "image"],
    },
  });

/** Whatever it holds, it runs nothing. Browsers' own PDF viewers do not open in a sandbox. */
const policies = {
  image: "default-src 'none'; sandbox",
  pdf: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'",
};
