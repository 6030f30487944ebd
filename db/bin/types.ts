import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { schemaFiles } from "../schema/files.ts";

/** `npm run db:types`: writes db/schema/*.ts from the migrated database; `--verify` only compares. */
const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
if (!url) {
  console.error("db:types needs DATABASE_URL: a migrated database to read the tables from.");
  process.exit(1);
}
const folder = resolve(import.meta.dirname, "../schema");

for (const [file, { tables, columns = {} }] of Object.entries(schemaFiles)) {
  execFileSync(
    resolve(import.meta.dirname, "../../node_modules/.bin/kysely-codegen"),
    [
      "--dialect=postgres",
      "--camel-case",
      "--date-parser=string",
      "--numeric-parser=number",
      `--type-mapping=${JSON.stringify({ int8: "number", bytea: "Uint8Array" })}`,
      `--include-pattern=public.${tables.length > 1 ? `(${tables.join("|")})` : tables[0]}`,
      `--overrides=${JSON.stringify({ columns })}`,
      `--out-file=${resolve(folder, `${file}.ts`)}`,
      `--url=${url}`,
      "--log-level=warn",
      ...(process.argv.includes("--verify") ? ["--verify"] : []),
    ],
    { stdio: "inherit" },
  );
}
