import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { migrate } from "../migrate.server.ts";
import { schemaFiles } from "../schema/files.ts";
import { openDatabase } from "./open.ts";

/** `npm run db:types`: writes db/schema/*.ts from the migrated database; `--verify` only compares. */
const opened = await openDatabase();
await migrate(opened.ownerUrl, opened);
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
      `--url=${opened.ownerUrl}`,
      "--log-level=warn",
      ...(process.argv.includes("--verify") ? ["--verify"] : []),
    ],
    { stdio: "inherit" },
  );
}
await opened.close();
