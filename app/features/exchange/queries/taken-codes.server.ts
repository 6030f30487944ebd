import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";

type Keyed = "organization" | "household" | "site";

/** Those of the codes that stand in the alliance's register, whoever may see the record. */
export async function findTakenCodes(viewer: Viewer, table: Keyed, codes: string[], db: Db = database) {
  const rows = await db
    .selectFrom(table as "site")
    .select("code")
    .where("allianceId", "=", viewer.allianceId)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute();
  return new Set(rows.map(({ code }) => code));
}
