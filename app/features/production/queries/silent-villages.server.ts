import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleProduction } from "../visible.server.ts";

const shownAtMost = 200;

/**
 * Villages with fish on feed and no record of any kind since an instant, those silent the longest first. Open water is
 * not fed: there is nothing to report of it for months. `lastAt` null: there never was a record.
 */
export async function listSilentVillages(viewer: Viewer, { since }: { since: Date }, db: Db = database) {
  return db
    .selectFrom("site")
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("event")
          .select("event.occurredAt")
          .whereRef("event.allianceId", "=", "site.allianceId")
          .whereRef("event.siteId", "=", "site.id")
          .where("event.kind", "!=", "void")
          .orderBy("event.occurredAt", "desc")
          .orderBy("event.sequence", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .select(["operator.id", "operator.name"])
    .select(({ fn }) => [fn.countAll<number>().as("sites"), fn.max("last.occurredAt").as("lastAt")])
    .select(sql<string[]>`(array_agg(site.name order by site.sort_key))[1:5]`.as("siteNames"))
    .where(visibleProduction(viewer))
    .where("operator.kind", "=", "village")
    .where("site.status", "!=", "ended")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("lot")
          .select("lot.id")
          .whereRef("lot.allianceId", "=", "site.allianceId")
          .whereRef("lot.siteId", "=", "site.id")
          .where("lot.form", "in", ["fry", "farmed"])
          .where("lot.massG", ">", 0),
      ),
    )
    .groupBy(["operator.id", "operator.name"])
    .having(({ eb, fn, or }) =>
      or([eb(fn.max("last.occurredAt"), "<", since), eb(fn.max("last.occurredAt"), "is", null)]),
    )
    .orderBy(sql`max(last.occurred_at) nulls first`)
    .orderBy("operator.name")
    .limit(shownAtMost)
    .execute();
}
