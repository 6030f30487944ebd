import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { schemaFiles } from "../schema/files.ts";
import { withDatabase } from "./open.ts";

/** `npm run db:types`: writes db/schema/*.ts from the migrated database; `--verify` only compares. */
const root = resolve(import.meta.dirname, "../..");
const pathOf = (file: string) => resolve(root, `db/schema/${file}.ts`);
const files = Object.keys(schemaFiles);
const run = (tool: string, args: string[]) =>
  execFileSync(resolve(root, "node_modules/.bin", tool), args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });

const before = files.map((file) => readFileSync(pathOf(file), "utf8"));
await withDatabase(async (_db, { ownerUrl }) => {
  for (const [file, { tables, columns = {} }] of Object.entries(schemaFiles))
    run("kysely-codegen", [
      "--dialect=postgres",
      "--camel-case",
      "--date-parser=string",
      "--numeric-parser=number",
      `--type-mapping=${JSON.stringify({ int8: "number", bytea: "Uint8Array" })}`,
      `--include-pattern=public.${tables.length > 1 ? `(${tables.join("|")})` : tables[0]}`,
      `--overrides=${JSON.stringify({ columns })}`,
      `--out-file=${pathOf(file)}`,
      `--url=${ownerUrl}`,
      "--log-level=warn",
    ]);
});
run("biome", ["format", "--write", ...files.map(pathOf)]);

const outdated = files.filter((file, index) => readFileSync(pathOf(file), "utf8") !== before[index]);
if (process.argv.includes("--verify")) {
  files.forEach((file, index) => {
    writeFileSync(pathOf(file), before[index] ?? "");
  });
  for (const file of outdated) console.error(`db/schema/${file}.ts does not say what the database holds`);
  process.exitCode = outdated.length > 0 ? 1 : 0;
} else for (const file of outdated) console.log(`db/schema/${file}.ts`);
