import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { standing } from "./standing.server.ts";

/** The statement written last under an agreement: the one that can be corrected, and that the next one follows. */
export const findLastSettlement = (
  { allianceId }: Viewer,
  { agreementId, today }: { agreementId: string; today: string },
  db: Db = database,
) =>
  db
    .selectFrom("settlement")
    .where("settlement.allianceId", "=", allianceId)
    .where("settlement.agreementId", "=", agreementId)
    .select([
      "settlement.id",
      "settlement.code",
      "settlement.number",
      "settlement.fromOn",
      "settlement.toOn",
      "settlement.carriedFen",
      "settlement.carriedOverFen",
      "settlement.beforeFen",
      "settlement.payableFen",
      standing(today).as("standing"),
    ])
    .orderBy("settlement.number", "desc")
    .limit(1)
    .executeTakeFirst();
export type LastSettlement = NonNullable<Awaited<ReturnType<typeof findLastSettlement>>>;
