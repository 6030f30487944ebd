import { sql } from "kysely";
import { appendOnlyTables } from "./append-only.ts";
import type { Db, Trx } from "./connection.server.ts";

/**
 * Takes every row of the sample alliances out, for which only the owner of the tables may lift the append-only rule.
 * Answers how many alliances that were.
 */
export async function removeSampleAlliances(owner: Db) {
  return owner.transaction().execute(async (trx) => {
    const samples = await trx
      .selectFrom("alliance")
      .select("id")
      .where("sampleAsOf", "is not", null)
      .execute();
    if (samples.length === 0) return 0;
    const ids = sql.join(samples.map(({ id }) => sql.val(id)));
    for (const table of appendOnlyTables) {
      await sql`alter table ${sql.table(table)} disable trigger append_only`.execute(trx);
    }
    for (const table of await tablesFromTheLeaves(trx)) {
      await sql`delete from ${sql.table(table)} where alliance_id in (${ids})`.execute(trx);
    }
    for (const table of appendOnlyTables) {
      await sql`alter table ${sql.table(table)} enable trigger append_only`.execute(trx);
    }
    await sql`delete from alliance where id in (${ids})`.execute(trx);
    return samples.length;
  });
}

/** The tables of an alliance in an order in which none is emptied before those that refer to it. */
async function tablesFromTheLeaves(trx: Trx) {
  const { rows } = await sql<{ name: string; refersTo: string[] }>`
    select table_of.relname as name, array_remove(array_agg(distinct other.relname::text), null) as refers_to
    from pg_class table_of
    join pg_attribute on attrelid = table_of.oid and attname = 'alliance_id' and not attisdropped
    left join pg_constraint on conrelid = table_of.oid and contype = 'f' and confrelid <> conrelid
    left join pg_class other on other.oid = confrelid and other.relname <> 'alliance'
    where table_of.relkind in ('r', 'p') and not table_of.relispartition
      and table_of.relnamespace = 'public'::regnamespace
    group by table_of.relname
    order by table_of.relname`.execute(trx);
  const order: string[] = [];
  let left = rows;
  while (left.length > 0) {
    const free = left.filter(({ name }) => !left.some(({ refersTo }) => refersTo.includes(name)));
    if (free.length === 0)
      throw new Error(`tables refer to each other in a circle: ${left.map(({ name }) => name)}`);
    order.push(...free.map(({ name }) => name));
    left = left.filter((row) => !free.includes(row));
  }
  return order;
}
