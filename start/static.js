import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

/** @type {Record<string, string>} */
const contentTypes = {
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/** Best first. */
const encodings = /** @type {const} */ ([
  ["br", ".br"],
  ["gzip", ".gz"],
]);

/**
 * Answers requests for the built files, which are read once: a build made anew beside a running server takes nothing
 * away from it.
 * @param {string} folder
 * @returns {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => boolean}
 *   whether the request was for a file and has been answered
 */
export function serveFiles(folder) {
  const files = readFiles(folder);
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const file = files.get(decode(request.url ?? ""));
    if (!file) return false;

    const accepted = String(request.headers["accept-encoding"] ?? "");
    const encoding = encodings.find(
      ([name]) => file.packed[name] && new RegExp(`\\b${name}\\b(?!;\\s*q=0(\\.0*)?(,|$))`).test(accepted),
    )?.[0];
    const body = (encoding && file.packed[encoding]) || file.content;
    const etag = encoding ? file.etag.replace(/"$/, `-${encoding}"`) : file.etag;
    response.setHeader("Cache-Control", file.cacheControl);
    response.setHeader("ETag", etag);
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (Object.keys(file.packed).length > 0) response.setHeader("Vary", "Accept-Encoding");
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304).end();
      return true;
    }
    if (encoding) response.setHeader("Content-Encoding", encoding);
    response.writeHead(200, { "Content-Type": file.type, "Content-Length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  };
}

/** @param {string} url */
function decode(url) {
  try {
    return decodeURIComponent(url.split("?")[0] ?? "");
  } catch {
    return "";
  }
}

/** @param {string} folder */
function readFiles(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => {
      const url = `/${relative(folder, path).split(sep).join("/")}`;
      const content = readFileSync(path);
      const packed = encodings.flatMap(([name, ending]) =>
        existsSync(path + ending) ? [[name, readFileSync(path + ending)]] : [],
      );
      return [
        url,
        {
          content,
          packed: /** @type {Partial<Record<"br" | "gzip", Buffer>>} */ (Object.fromEntries(packed)),
          type: contentTypes[extname(path)] ?? "application/octet-stream",
          etag: `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`,
          // The names under assets/ carry a hash of their content; scripts elsewhere go with the pages of the same build.
          cacheControl: url.startsWith("/assets/")
            ? "public, max-age=31536000, immutable"
            : `public, ${extname(path) === ".js" ? "no-cache" : "max-age=3600"}`,
        },
      ];
    }),
  );
}
