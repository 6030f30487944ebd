import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { run } from "./run.js";

const sources = ["app", "db", "public", "start"];
const config = ["package.json", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];
/** Made of text, so worth packing; pictures and fonts are packed already. */
const packed = new Set([
  ".js",
  ".mjs",
  ".css",
  ".svg",
  ".json",
  ".geojson",
  ".html",
  ".txt",
  ".webmanifest",
  ".wasm",
]);

/** A hash over the content of everything the build is made of. @param {string} root */
export function hashSources(root) {
  const hash = createHash("sha256");
  for (const path of [...config, ...sources.flatMap((folder) => filesUnder(root, folder))].sort())
    if (existsSync(join(root, path)))
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update("\0");
  return hash.digest("hex");
}

/** @param {string} root @param {string} folder @returns {string[]} */
const filesUnder = (root, folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
        const path = `${folder}/${entry.name}`;
        return entry.isDirectory() ? filesUnder(root, path) : entry.isFile() ? [path] : [];
      })
    : [];

/** @param {string} root */
const marker = (root) => join(root, "build/sources.sha256");

/** @param {string} root */
export const isBuilt = (root) =>
  existsSync(marker(root)) && readFileSync(marker(root), "utf8") === hashSources(root);

/** @param {string} root */
export async function build(root) {
  const hash = hashSources(root);
  rmSync(marker(root), { force: true });
  await run([process.execPath, "node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
    cwd: root,
    env: { NODE_ENV: "production" },
    failed: ["构建失败", "the build failed"],
  });
  const client = join(root, "build/client");
  await Promise.all(filesUnder(client, "assets").map((path) => pack(join(client, path))));
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(marker(root), hash);
}

/** Packs a file once, as hard as can be, so that serving costs nothing. @param {string} path */
async function pack(path) {
  if (!packed.has(extname(path))) return;
  const content = await readFile(path);
  if (content.length < 1024) return;
  const br = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  await writeFile(`${path}.br`, br);
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}
