import type { Insertable } from "kysely";
import { recordAudit } from "#app/audit/write.server.ts";
import { type Db, database, type Trx } from "#app/database.server.ts";
import type { Database } from "#db/schema/index.ts";
import type { Writer } from "./viewer.ts";

type NewAlliance = Omit<Insertable<Database["alliance"]>, "createdAt" | "boundary"> & { boundary?: unknown };

/** Founds an alliance under the writer's alliance id; false when it is there already. */
export async function insertAlliance(writer: Writer, alliance: NewAlliance, trx: Trx) {
  const made = await trx
    .insertInto("alliance")
    .values({ ...alliance, createdAt: writer.now } as Insertable<Database["alliance"]>)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) return false;
  const { id, name, countyCode, countyName } = alliance;
  const subject = { subjectKind: "alliance" as const, subjectId: id, subjectLabel: name };
  await recordAudit(
    writer,
    [{ action: "alliance.added", ...subject, after: { name, countyCode, countyName } }],
    trx,
  );
  return true;
}

/** Whether anybody can sign in, or could once: then the first set-up is over. */
export async function hasAccounts(db: Db = database) {
  return (await db.selectFrom("account").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** The towns of a county the program has no reference of; what is known already stays as it is. */
export async function insertTowns(countyCode: string, towns: { code: string; name: string }[], trx: Trx) {
  await trx
    .insertInto("town")
    .values(towns.map((town) => ({ ...town, countyCode, sortKey: town.code })))
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
}
