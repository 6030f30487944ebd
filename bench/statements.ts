import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type { Db } from "#db/connection.server.ts";
import type { Database } from "#db/schema/index.ts";

export type Statement = { text: string; parameters: readonly unknown[] };

/** The SQL that a query of the app sends, caught before it reaches a database. */
export async function statementsOf(query: (db: Db) => Promise<unknown>) {
  const statements: Statement[] = [];
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (self) => new PostgresIntrospector(self),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log({ query: { sql, parameters } }) {
      statements.push({ text: sql, parameters });
    },
  });
  // No row comes back, which some queries take for a failure.
  await query(db).catch(() => {});
  return statements;
}
