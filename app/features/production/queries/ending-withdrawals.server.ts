import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";

/** Withdrawals of these lots that are over since, or expected to be until, these days. The caller knows the lots. */
export const listEndingWithdrawals = (
  { allianceId }: Viewer,
  { lotIds, since, until }: { lotIds: string[]; since: string; until: string },
  db: Db = database,
) =>
  db
    .selectFrom("lotWithdrawal")
    .select(["lotId", "endedOn", "expectedFrom", "expectedTo"])
    .where("allianceId", "=", allianceId)
    .where(sql<SqlBool>`lot_id = any(${lotIds}::uuid[])`)
    .where("voidedBy", "is", null)
    .where(
      sql<SqlBool>`(ended_on >= ${since}::date or (ended_on is null and expected_from <= ${until}::date))`,
    )
    .orderBy("lotId")
    .execute();
