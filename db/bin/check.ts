import { sql } from "kysely";
import { checks } from "../checks.server.ts";
import { withDatabase } from "./open.ts";

/** `npm run db:check`: runs every check, prints how many rows break it, and fails if any does. */
const broken = await withDatabase(async (db) => {
  let sum = 0;
  for (const { name, sql: query } of checks) {
    const { rows } = await sql<{ count: number }>`select count(*) from (${sql.raw(query)}) as broken`.execute(
      db,
    );
    const count = rows[0]?.count ?? 0;
    console.log(`${count === 0 ? "✓" : "✗"} ${name}: ${count}`);
    sum += count;
  }
  return sum;
});
console.log(`${checks.length} checks, ${broken} violations`);
process.exitCode = broken === 0 ? 0 : 1;
