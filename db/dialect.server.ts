import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import type postgres from "postgres";

type Client = postgres.Sql<{ bigint: number; numeric: number; date: string }>;
/** What a statement is sent through: the pool, or the one connection of a transaction. */
type Line = Pick<Client, "unsafe">;
type Transaction = {
  line: Line;
  /** settles when the transaction has ended; rejects at once when its connection is lost */
  ended: Promise<unknown>;
  isOver: boolean;
  commit: () => void;
  rollback: (reason: unknown) => void;
};

/**
 * Kysely over a postgres.js pool: a statement goes to whichever connection is free, and only a transaction keeps one
 * to itself. (kysely-postgres-js reserves one for each statement, and a reservation that fails while the database is
 * away takes a connection out of the pool for good; docs/decisions/0008.)
 */
export const postgresDialect = (client: Client): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => createDriver(client),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

function createDriver(client: Client): Driver {
  const transactions = new WeakMap<DatabaseConnection, Transaction>();
  const transactionOf = (connection: DatabaseConnection) => {
    const transaction = transactions.get(connection);
    if (!transaction) throw new Error("there is no transaction on this connection");
    transactions.delete(connection);
    return transaction;
  };
  return {
    init: async () => {},
    destroy: () => client.end(),
    async acquireConnection() {
      const connection: DatabaseConnection = {
        executeQuery: ({ sql, parameters }) => execute(sql, parameters, client, transactions.get(connection)),
        // biome-ignore lint/correctness/useYield: nothing is streamed
        async *streamQuery() {
          throw new Error("read large results a page at a time");
        },
      };
      return connection;
    },
    releaseConnection: async () => {},
    async beginTransaction(connection, settings) {
      transactions.set(connection, await begin(client, settings));
    },
    async commitTransaction(connection) {
      const { commit, ended } = transactionOf(connection);
      commit();
      await ended;
    },
    async rollbackTransaction(connection) {
      const { rollback, ended, isOver } = transactionOf(connection);
      if (isOver) return;
      rollback(rolledBack);
      await ended.catch((reason) => {
        if (reason !== rolledBack) throw reason;
      });
    },
  };
}

const rolledBack = new Error("rolled back");
/** More parameters than a filter has: rows written in bulk, by a statement that is hardly ever the same again. */
const mostParametersPrepared = 40;

async function execute<Row>(
  sql: string,
  parameters: readonly unknown[],
  client: Client,
  transaction: Transaction | undefined,
): Promise<QueryResult<Row>> {
  // Past its end a transaction's connection is somebody else's.
  if (transaction?.isOver) await transaction.ended;
  // Unprepared, a statement with parameters takes two round trips.
  const asked = (transaction?.line ?? client).unsafe(sql, [...parameters] as never[], {
    prepare: parameters.length <= mostParametersPrepared,
  });
  const rows = (await (transaction ? Promise.race([asked, transaction.ended]) : asked)) as postgres.RowList<
    never[]
  >;
  const changes = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(rows.command);
  return { rows: [...rows], ...(changes && { numAffectedRows: BigInt(rows.count) }) };
}

/** A transaction that stays open until it is committed or rolled back from outside. */
function begin(client: Client, { isolationLevel, accessMode }: TransactionSettings) {
  const options = [isolationLevel && `isolation level ${isolationLevel}`, accessMode]
    .filter(Boolean)
    .join(" ");
  return new Promise<Transaction>((resolve, reject) => {
    const ended = client.begin(options, (line) => {
      const decided = new Promise<void>((commit, rollback) => {
        const transaction: Transaction = { line, ended, isOver: false, commit, rollback };
        const end = () => {
          transaction.isOver = true;
        };
        ended.then(end, end);
        resolve(transaction);
      });
      return decided;
    });
    ended.catch(reject);
  });
}
