import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from "hono/utils/compress";

const gzipped = promisify(gzip);
/** Smaller ones gain nothing. */
const leastBytes = 1024;

const isCompressible = (mediaType: string) =>
  COMPRESSIBLE_CONTENT_TYPE_REGEX.test(mediaType) || mediaType === "application/vnd.mapbox-vector-tile";

/** Pages, their data and the API's answers are made in one piece. */
const isWhole = (mediaType: string) => /^(text\/html|text\/x-script|application\/json)\b/.test(mediaType);
const takesGzip = (accepted: string) => /\bgzip\b(?!\s*;\s*q=0(\.0*)?\b)/.test(accepted);

const packStream = compress({ contentTypeFilter: (type) => isCompressible(type) && !isWhole(type) });

/** Packs answers by gzip: what is written bit by bit as a stream, what is there whole at once, which is far cheaper. */
export const packAnswers: MiddlewareHandler = async (c, next) => {
  await packStream(c, next);
  const { headers, status } = c.res;
  if (!isWhole(headers.get("Content-Type") ?? "") || headers.has("Content-Encoding")) return;
  headers.append("Vary", "Accept-Encoding");
  if (c.req.method === "HEAD" || !takesGzip(c.req.header("Accept-Encoding") ?? "")) return;
  const body = Buffer.from(await c.res.arrayBuffer());
  const isWorthIt = body.length >= leastBytes;
  if (isWorthIt) headers.set("Content-Encoding", "gzip");
  headers.delete("Content-Length");
  c.res = undefined; // or Hono would copy it, as a stream
  c.res = new Response(isWorthIt ? await gzipped(body) : body, { status, headers });
};
