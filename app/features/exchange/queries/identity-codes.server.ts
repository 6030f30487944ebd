import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";

/** Village codes and today's credit codes of the whole alliance, by the code of the organization that has them. */
export async function listIdentityCodes({ allianceId }: Viewer, db: Db = database) {
  const rows = await db
    .selectFrom("organization")
    .leftJoin("legalEntity", (join) =>
      join
        .onRef("legalEntity.allianceId", "=", "organization.allianceId")
        .onRef("legalEntity.organizationId", "=", "organization.id")
        .on("legalEntity.toOn", "is", null),
    )
    .where("organization.allianceId", "=", allianceId)
    .select(["organization.code", "organization.villageCode", "legalEntity.creditCode"])
    .limit(50_000)
    .execute();
  const holders = (field: "villageCode" | "creditCode") =>
    new Map(rows.flatMap((row) => (row[field] ? [[row[field], row.code] as const] : [])));
  return { villageCode: holders("villageCode"), creditCode: holders("creditCode") };
}
