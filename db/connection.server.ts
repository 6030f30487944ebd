import { CamelCasePlugin, Kysely, type KyselyPlugin, type LogConfig, type Transaction } from "kysely";
import postgres from "postgres";
import { postgresDialect } from "./dialect.server.ts";
import type { Database } from "./schema/index.ts";

export type Db = Kysely<Database>;
export type Trx = Transaction<Database>;

const oid = { int8: 20, date: 1082, numeric: 1700 };
const asNumber = { parse: (text: string) => Number(text), serialize: String };

/**
 * Opens a pool (connections are made on first use). Several hosts in the URL are allowed; writes go to the primary.
 * bigint and numeric arrive as numbers (grams, fen and m² stay far below 2^53), `date` as 'YYYY-MM-DD'.
 */
export function connect(url: string, { max = 10, log }: { max?: number; log?: LogConfig } = {}): Db {
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 5,
    // Seconds before the next try, which is made when somebody asks: a database that comes back is found at once.
    backoff: () => 0.1,
    target_session_attrs: url.includes(",") ? "primary" : undefined,
    types: {
      bigint: { to: oid.int8, from: [oid.int8], ...asNumber },
      numeric: { to: oid.numeric, from: [oid.numeric], ...asNumber },
      date: {
        to: oid.date,
        from: [oid.date],
        parse: (text: string) => text,
        serialize: (day: string) => day,
      },
    },
    // Once per statement; the plugin would do it for every row.
    transform: { column: { from: postgres.toCamel } },
    onnotice: () => {},
    // One plan for all values would fetch half a table for a common word, or read all of it for a rare one.
    connection: { plan_cache_mode: "force_custom_plan" },
  });
  return new Kysely<Database>({
    dialect: postgresDialect(client),
    plugins: [snakeCaseStatements],
    log,
  });
}

const camelCase = new CamelCasePlugin();
const snakeCaseStatements: KyselyPlugin = {
  transformQuery: (args) => camelCase.transformQuery(args),
  transformResult: async ({ result }) => result,
};
