import { connect, type Db, type Trx } from "#db/connection.server.ts";
import { env } from "./env.server.ts";

export type { Db, Trx };

// A development reload evaluates this module anew; the pool stays.
const shared = globalThis as { yulianDatabase?: Db };
shared.yulianDatabase ??= connect(env.DATABASE_URL);

/** The app's pool, as the user who may only append to append-only tables. */
export const database: Db = shared.yulianDatabase;

/** Runs `work` in one transaction: the one given, or a new one. */
export function inTransaction<Result>(work: (trx: Trx) => Promise<Result>, outer?: Trx): Promise<Result> {
  return outer ? work(outer) : database.transaction().execute(work);
}
