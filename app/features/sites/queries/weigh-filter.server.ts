import { type SqlBool, sql } from "kysely";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { searchQuery } from "#app/search/terms.ts";
import { visibleSite } from "../visible.server.ts";
import { filteredSites, type SiteFilter } from "./list-sites.server.ts";

const fewAtMost = 200;
/** A word that so many of the next sites of the list hold is a common one. */
const next = 3_500;
const commonFrom = 35;

/**
 * The filter with what PostgreSQL can't know of it. Few: it takes a rare species, operator or word for one site in two
 * hundred, and would look for five through the whole list in its order. Common: of a word that stands everywhere the
 * index gathers every site before the first is shown, while the list has a page of them close by. A whole code is that
 * of one site, which an index has.
 */
export async function weigh(
  viewer: Viewer,
  filter: SiteFilter,
  { after }: { after?: PageKey } = {},
  db: Db = database,
): Promise<SiteFilter> {
  if (filter.few || filter.common) return filter;
  const { q, ...others } = filter;
  const own = ownOrganizationId(viewer);
  if ((q ?? others.species ?? others.organization ?? others.household ?? own) === undefined) return filter;
  const named = q !== undefined && /^[0-9A-Za-z-]+$/.test(q) ? await findCode(viewer, filter, q, db) : [];
  if (named.length > 0) return { ...filter, few: named };
  const isAlone = own === undefined && Object.values(others).every((other) => other === undefined);
  // Of codes and numbers hardly any is common.
  if (q !== undefined && isAlone && !/\d/.test(q)) {
    const { looked, ...sums } = await sumNext(viewer, q, after, db);
    if (sums.count >= commonFrom) return { ...filter, common: { ...sums, more: looked === next } };
  }
  const rows = await filteredSites(viewer, filter, db)
    .select("site.id")
    .limit(fewAtMost + 1)
    .execute();
  return rows.length > fewAtMost ? filter : { ...filter, few: rows.map(({ id }) => id) };
}

/** The site of a code, if the rest of the filter finds it. */
async function findCode(viewer: Viewer, filter: SiteFilter, code: string, db: Db) {
  const rows = await filteredSites(viewer, { ...filter, q: undefined }, db)
    .select("site.id")
    .where("site.code", "=", code.toUpperCase())
    .execute();
  return rows.map(({ id }) => id);
}

/** How many of the next sites of the list hold a typed text, and their sums. */
function sumNext(viewer: Viewer, q: string, after: PageKey | undefined, db: Db) {
  const sites = db
    .selectFrom("site")
    .where(visibleSite(viewer))
    .where("site.status", "!=", "ended")
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(site.sort_key, site.id) > (${after?.sortKey}, ${after?.id}::uuid)`),
    )
    .select(["site.searchText", "site.areaM2", "site.volumeM3"])
    .orderBy("site.sortKey")
    .orderBy("site.id")
    .limit(next);
  const holds = sql<SqlBool>`search_text like all (${searchQuery(viewer.allianceId, q).likes}::text[])`;
  return db
    .selectFrom(sites.as("site"))
    .select(({ fn }) => [
      fn.countAll<number>().as("looked"),
      fn.countAll<number>().filterWhere(holds).as("count"),
      fn.coalesce(fn.sum<number>("areaM2").filterWhere(holds), sql<number>`0`).as("areaM2"),
      fn.coalesce(fn.sum<number>("volumeM3").filterWhere(holds), sql<number>`0`).as("volumeM3"),
    ])
    .executeTakeFirstOrThrow();
}
