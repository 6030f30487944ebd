import { type Insertable, sql } from "kysely";
import type { Trx } from "./connection.server.ts";
import type { Database } from "./schema/index.ts";

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** A statement's text stays small, however many rows: they travel as one parameter. */
const rowsPerStatement = 5000;

/**
 * Inserts many rows at once, in their order. Every row names the same columns; instants and days as text or Date,
 * bytes as `\x…`.
 */
export async function insertRows<Table extends keyof Database & string>(
  table: Table,
  rows: Record<keyof Insertable<Database[Table]> & string, unknown>[] | Record<string, unknown>[],
  trx: Trx,
) {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const batch = rows.slice(start, start + rowsPerStatement).map((row) => Object.entries(row));
    const columns = sql.join((batch[0] ?? []).map(([name]) => sql.ref(snake(name))));
    const json = JSON.stringify(
      batch.map((row) => Object.fromEntries(row.map(([name, value]) => [snake(name), value]))),
    );
    await sql`
      insert into ${sql.table(snake(table))} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(snake(table))}, ${json}::text::jsonb)`.execute(
      trx,
    );
  }
}
