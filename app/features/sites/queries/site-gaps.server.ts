import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { countedAtMost } from "#app/http/bounds.ts";
import { type SiteGap, siteGaps } from "../kinds.ts";
import { firstSites, type SiteFilter } from "./list-sites.server.ts";

/** How many sites lack what, each counted up to `countedAtMost`. */
export async function countSiteGaps(viewer: Viewer, filter: SiteFilter, db: Db = database) {
  const lacking = (gap: SiteGap) => {
    const found = firstSites(viewer, { ...filter, gap }, db)
      .select("site.id")
      .limit(countedAtMost);
    return db
      .selectFrom(found.as("found"))
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .$asScalar();
  };
  const counts = db.selectNoFrom(siteGaps.map((gap) => lacking(gap).as(gap)));
  return counts.executeTakeFirstOrThrow();
}
