import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleProduction } from "../../production/visible.server.ts";
import { filteredSites, type SiteFilter } from "../../sites/queries/list-sites.server.ts";
import { mapSitesAtMost } from "../map-bounds.ts";

/** The sites asked about: those a filter finds, or some of them by their ids. */
export type FilledSites = { filter: SiteFilter } | { ids: string[] };

/** Only where the viewer may know of the fish: what is nobody's business is not coloured either. */
function sitesToFill(viewer: Viewer, asked: FilledSites, db: Db) {
  return db
    .selectFrom("site")
    .where(visibleProduction(viewer))
    .$if("ids" in asked, (query) =>
      query.where("site.id", "in", "ids" in asked && asked.ids.length > 0 ? asked.ids : [viewer.allianceId]),
    )
    .$if("filter" in asked, (query) =>
      query.where(
        "site.id",
        "in",
        filteredSites(viewer, "filter" in asked ? asked.filter : {}, db)
          .select("site.id")
          .limit(mapSitesAtMost),
      ),
    );
}

/** For a list of these sites alone. */
export const amongSites = (ids: string[]) => sql<string>`(select unnest(${ids}::uuid[]))`;

/** The fish alive in each site, by species. */
export const listFishInWater = (viewer: Viewer, asked: FilledSites, db: Db = database) =>
  sitesToFill(viewer, asked, db)
    .innerJoin("lot", (join) =>
      join.onRef("lot.allianceId", "=", "site.allianceId").onRef("lot.siteId", "=", "site.id"),
    )
    .where("lot.form", "in", ["fry", "farmed", "standing"])
    .where("lot.massG", ">", 0)
    .select(["site.id as siteId", "site.volumeM3", "lot.species"])
    .select(({ fn }) => fn.sum<number>("lot.massG").as("massG"))
    .groupBy(["site.id", "site.volumeM3", "lot.species"])
    .execute();

/** Water alarms of each site that nobody has closed, and how many of them nobody has taken up. */
export const countAlarmsOfSites = (viewer: Viewer, asked: FilledSites, db: Db = database) =>
  sitesToFill(viewer, asked, db)
    .innerJoin("alarm", (join) =>
      join.onRef("alarm.allianceId", "=", "site.allianceId").onRef("alarm.siteId", "=", "site.id"),
    )
    .where("alarm.state", "!=", "closed")
    .select("site.id as siteId")
    .select(({ fn }) => fn.countAll<number>().as("all"))
    .select(sql<number>`count(*) filter (where alarm.state = 'open')`.as("worse"))
    .groupBy("site.id")
    .execute();

/** Hazards of each site that were not put right, and how many of them are overdue on the day. */
export const countHazardsOfSites = (viewer: Viewer, asked: FilledSites, today: string, db: Db = database) =>
  sitesToFill(viewer, asked, db)
    .innerJoin("hazard", (join) =>
      join.onRef("hazard.allianceId", "=", "site.allianceId").onRef("hazard.siteId", "=", "site.id"),
    )
    .where("hazard.status", "=", "open")
    .select("site.id as siteId")
    .select(({ fn }) => fn.countAll<number>().as("all"))
    .select(sql<number>`count(*) filter (where hazard.due_on < ${today}::date)`.as("worse"))
    .groupBy("site.id")
    .execute();
