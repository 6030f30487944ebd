import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleProduction } from "../../visible.server.ts";

const open = (viewer: Viewer, db: Db) =>
  db
    .selectFrom("lotWithdrawal as w")
    .innerJoin("lot", (join) =>
      join.onRef("lot.allianceId", "=", "w.allianceId").onRef("lot.id", "=", "w.lotId"),
    )
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "lot.allianceId").onRef("site.id", "=", "lot.siteId"),
    )
    .where(visibleProduction(viewer))
    .where("w.endedOn", "is", null)
    .where("w.voidedBy", "is", null)
    .where("lot.massG", ">", 0);

/** Those nobody can say of end last. */
const endsLast = sql<string>`coalesce(w.expected_to, 'infinity'::date)`;

/** Withdrawals that are not over, on lots with fish left: the soonest to end first, those nobody can say of last. */
export const listWithdrawals = (
  viewer: Viewer,
  { siteId, after, limit }: { siteId?: string; after?: string[]; limit: number },
  db: Db = database,
) =>
  open(viewer, db)
    .$if(after !== undefined, (query) => {
      const [expectedTo, lotId, eventId] = after ?? [];
      return query.where(
        sql<SqlBool>`(${endsLast}, w.lot_id, w.event_id) > (${expectedTo}::date, ${lotId}::uuid, ${eventId}::uuid)`,
      );
    })
    .innerJoin("event", (join) =>
      join.onRef("event.allianceId", "=", "w.allianceId").onRef("event.id", "=", "w.eventId"),
    )
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .innerJoin("species", "species.code", "lot.species")
    .$if(siteId !== undefined, (query) => query.where("lot.siteId", "=", siteId as string))
    .select([
      "w.lotId",
      "w.eventId",
      "w.lastDoseOn",
      "w.degreeDays",
      "w.days",
      "w.reached",
      "w.countedTo",
      "w.expectedFrom",
      "w.expectedTo",
      "lot.code as lotCode",
      "lot.form",
      "species.nameZh as speciesZh",
      "species.nameEn as speciesEn",
      "site.id as siteId",
      "site.name as siteName",
      "operator.name as operatorName",
    ])
    .select(sql<string | null>`event.details ->> 'drugId'`.as("drugId"))
    .orderBy(endsLast)
    .orderBy("w.lotId")
    .orderBy("w.eventId")
    .limit(limit)
    .execute();
export type OpenWithdrawal = Awaited<ReturnType<typeof listWithdrawals>>[number];

/** How many lots are in a withdrawal, are held, and how many breaches are open. */
export async function countWithheld(viewer: Viewer, db: Db = database) {
  const [withdrawals, holds, breaches] = await Promise.all([
    open(viewer, db)
      .select(({ fn }) => fn.count<number>("w.lotId").distinct().as("count"))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom("lotHold as hold")
      .innerJoin("lot", (join) =>
        join.onRef("lot.allianceId", "=", "hold.allianceId").onRef("lot.id", "=", "hold.lotId"),
      )
      .innerJoin("site", (join) =>
        join.onRef("site.allianceId", "=", "lot.allianceId").onRef("site.id", "=", "lot.siteId"),
      )
      .where(visibleProduction(viewer))
      .where("hold.liftedAt", "is", null)
      .where("lot.massG", ">", 0)
      .select(({ fn }) => fn.count<number>("hold.lotId").distinct().as("count"))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom("breach")
      .innerJoin("event", (join) =>
        join.onRef("event.allianceId", "=", "breach.allianceId").onRef("event.id", "=", "breach.eventId"),
      )
      .innerJoin("site", (join) =>
        join.onRef("site.allianceId", "=", "event.allianceId").onRef("site.id", "=", "event.siteId"),
      )
      .where(visibleProduction(viewer))
      .where("breach.closedAt", "is", null)
      .select(({ fn }) => fn.count<number>("breach.eventId").distinct().as("count"))
      .executeTakeFirstOrThrow(),
  ]);
  return { withdrawals: withdrawals.count, holds: holds.count, breaches: breaches.count };
}
