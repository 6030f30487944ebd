import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleProduction } from "../../visible.server.ts";

const sitesOfProduction = (viewer: Viewer, db: Db) =>
  db
    .selectFrom("site")
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .where(visibleProduction(viewer))
    .select(["site.id", "site.code", "site.name", "site.kind", "site.operatorId", "site.townCode"])
    .select(["operator.name as operatorName", "operator.code as operatorCode"]);

/** Sites where something can be recorded, those that lots are at; found by code or name. */
export const listSitesWithLots = (
  viewer: Viewer,
  { q, limit }: { q?: string; limit: number },
  db: Db = database,
) =>
  sitesOfProduction(viewer, db)
    .where(sql<SqlBool>`exists (select from lot where lot.alliance_id = site.alliance_id and lot.site_id = site.id
      and lot.mass_g > 0)`)
    .$if(q !== undefined, (query) =>
      query.where(({ or, eb }) =>
        or([eb("site.code", "ilike", `%${q}%`), eb("site.name", "like", `%${q}%`)]),
      ),
    )
    .orderBy("site.sortKey")
    .orderBy("site.id")
    .limit(limit)
    .execute();

export const findSiteOfProduction = (viewer: Viewer, id: string, db: Db = database) =>
  sitesOfProduction(viewer, db).where("site.id", "=", id).executeTakeFirst();

/** What is at a site now, also what was caught and waits to be sold. */
export const listLotsAt = (viewer: Viewer, siteId: string, db: Db = database) =>
  db
    .selectFrom("lot")
    .innerJoin("species", "species.code", "lot.species")
    .where("lot.allianceId", "=", viewer.allianceId)
    .where("lot.siteId", "=", siteId)
    .where("lot.massG", ">", 0)
    .select(["lot.id", "lot.code", "lot.form", "lot.startedAt", "species.nameZh", "species.nameEn"])
    .orderBy("lot.startedAt")
    .limit(100)
    .execute();
