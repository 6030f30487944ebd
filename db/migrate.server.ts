import { Migrator, sql } from "kysely";
import { appendOnlyTables } from "./append-only.ts";
import { connect, type Db } from "./connection.server.ts";
import { migrations } from "./migrations/index.ts";
import { loadReference } from "./reference/load.server.ts";

/**
 * Brings the database to the newest migration and reference data and, where the app has a user of its own, grants it
 * what it needs: rows of append-only tables can then be changed by nobody but the owner.
 */
export async function migrate(
  ownerUrl: string,
  { appRole, onStep = () => {} }: { appRole?: string; onStep?: (name: string) => void } = {},
) {
  const db = connect(ownerUrl, { max: 2 });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const { error, results = [] } = await migrator.migrateToLatest();
    for (const { migrationName, status } of results) if (status === "Success") onStep(migrationName);
    if (error) throw error;
    await loadReference(db);
    if (appRole) await grant(db, appRole);
    return { applied: results.map(({ migrationName }) => migrationName) };
  } finally {
    await db.destroy();
  }
}

async function grant(db: Db, appRole: string) {
  const role = sql.id(appRole);
  await sql`grant usage on schema public to ${role}`.execute(db);
  await sql`grant select, insert, update, delete on all tables in schema public to ${role}`.execute(db);
  await sql`grant usage on all sequences in schema public to ${role}`.execute(db);
  const migrationTables = ["kysely_migration", "kysely_migration_lock"];
  const written = sql.join([...appendOnlyTables, ...migrationTables].map((table) => sql.table(table)));
  await sql`revoke update, delete, truncate on ${written} from ${role}`.execute(db);
}
