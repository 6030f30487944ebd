import { IdTaken } from "#app/audit/errors.ts";
import { changedFields } from "#app/audit/write.server.ts";
import type { Trx } from "#app/database.server.ts";

type Row = { allianceId: string; id: string } & Record<string, unknown>;

/**
 * Inserts rows under ids the caller made. A row whose id is there already with the same content is passed over, so that
 * a repeated request is safe; with other content: IdTaken. Answers the ids inserted.
 */
export async function insertOnce(table: "membership" | "partnership" | "legalEntity", rows: Row[], trx: Trx) {
  if (rows.length === 0) return new Set<string>();
  const answer = await trx
    .insertInto(table)
    .values(rows as never)
    .onConflict((conflict) => conflict.columns(["allianceId", "id"]).doNothing())
    .returning("id")
    .execute();
  const inserted = new Set(answer.map(({ id }) => id));
  for (const row of rows.filter(({ id }) => !inserted.has(id))) {
    const there = await trx
      .selectFrom(table as "membership")
      .selectAll()
      .where("allianceId", "=", row.allianceId)
      .where("id", "=", row.id)
      .executeTakeFirst();
    if (!there || changedFields<Record<string, unknown>>(there, row).fields.length > 0) throw new IdTaken();
  }
  return inserted;
}
