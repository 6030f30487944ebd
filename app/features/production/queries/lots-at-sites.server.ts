import { type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { type Feed, isAlive, type LotForm, lotForms } from "../kinds.ts";
import { visibleProduction } from "../visible.server.ts";

type Filter = { organizationId?: string; siteIds?: string[] };

const sitesAtMost = 400;

/**
 * Sites that hold fish, by pinyin of their names, with what swims there; without fish too, since something may come.
 * An open water's standing lots are there also when the book says they are empty; caught fish only where asked for.
 */
export async function listStockedSites(
  viewer: Viewer,
  { organizationId, siteIds }: Filter,
  { limit = sitesAtMost, goods = false }: { limit?: number; goods?: boolean } = {},
  db: Db = database,
) {
  const sites = await db
    .selectFrom("site")
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .select(["site.id", "site.code", "site.name", "site.kind", "site.operatorId", "site.townCode"])
    .select(["site.noFeeding", "site.volumeM3", "operator.name as operatorName"])
    .where(visibleProduction(viewer))
    .where("site.status", "!=", "ended")
    .where("site.kind", "not in", ["plant", "cold_store", "outlet"])
    .$if(organizationId !== undefined, (query) =>
      query.where("site.operatorId", "=", organizationId as string),
    )
    .$if(siteIds !== undefined, (query) => query.where(sql<SqlBool>`site.id = any(${siteIds}::uuid[])`))
    .orderBy("site.sortKey")
    .orderBy("site.id")
    .limit(limit)
    .execute();
  const ids = sites.map(({ id }) => id);
  const [lots, lasts] = await Promise.all([
    listLots(viewer.allianceId, { siteIds: ids, goods }, db),
    listLasts(viewer.allianceId, ids, db),
  ]);
  return sites.map((site) => {
    const { lastEventAt = null, fedG = null, ...fed } = lasts.find(({ id }) => id === site.id) ?? {};
    return {
      ...site,
      lots: lots.filter(({ siteId }) => siteId === site.id),
      lastEventAt,
      lastFed:
        fedG === null
          ? undefined
          : { massG: fedG, feed: fed.feed as Feed, product: fed.product ?? null, on: fed.fedOn as string },
    };
  });
}
export type StockedSite = Awaited<ReturnType<typeof listStockedSites>>[number];

type LotRow = {
  id: string;
  siteId: string;
  code: string;
  species: string;
  nameZh: string;
  nameEn: string;
  form: LotForm;
  count: number | null;
  massG: number;
  startedAt: Date;
  /** the last time somebody weighed: when it came, a sampling, a count with weight */
  weighedAt: Date;
};

async function listLots(
  allianceId: string,
  { siteIds, goods }: { siteIds: string[]; goods: boolean },
  db: Db,
) {
  if (siteIds.length === 0) return [];
  const forms = [...lotForms.filter(isAlive), ...(goods ? ["harvest"] : [])];
  const { rows } = await sql<LotRow>`
    select lot.id, lot.site_id, lot.code, lot.species, species.name_zh, species.name_en, lot.form, lot.count, lot.mass_g,
      lot.started_at, greatest(lot.started_at, weighed.at) as weighed_at
    from lot join species on species.code = lot.species
    left join lateral (
      select max(e.occurred_at) as at
      from event_lot join event e on e.alliance_id = event_lot.alliance_id and e.id = event_lot.event_id
      where event_lot.alliance_id = lot.alliance_id and event_lot.lot_id = lot.id
        and (e.kind = 'sampling' or (e.kind = 'count' and e.details ? 'weighed'))
        and not exists (select from event v where v.alliance_id = e.alliance_id and v.voids_event_id = e.id)
    ) weighed on true
    where lot.alliance_id = ${allianceId} and lot.site_id = any(${siteIds}::uuid[])
      and lot.form = any(${forms}) and (lot.mass_g > 0 or lot.form = 'standing')
    order by lot.started_at, lot.code`.execute(db);
  return rows;
}

type LastRow = {
  id: string;
  lastEventAt: Date | null;
  fedG: number | null;
  feed: Feed | null;
  product: string | null;
  fedOn: string | null;
};

/** The last record of any kind of each site, and what it was fed last. */
async function listLasts(allianceId: string, siteIds: string[], db: Db): Promise<Partial<LastRow>[]> {
  if (siteIds.length === 0) return [];
  const { rows } = await sql<LastRow>`
    select asked.id, last.occurred_at as last_event_at, fed.mass_g as fed_g, fed.feed, fed.details ->> 'product' as product,
      fed.to_on as fed_on
    from unnest(${siteIds}::uuid[]) as asked (id)
    left join lateral (
      select occurred_at from event e
      where e.alliance_id = ${allianceId} and e.site_id = asked.id and e.kind <> 'void'
      order by occurred_at desc, sequence desc limit 1
    ) last on true
    left join lateral (
      select mass_g, feed, details, to_on from event e
      where e.alliance_id = ${allianceId} and e.site_id = asked.id and e.kind = 'feeding' and e.from_on = e.to_on
        and not exists (select from event v where v.alliance_id = e.alliance_id and v.voids_event_id = e.id)
      order by occurred_at desc, sequence desc limit 1
    ) fed on true`.execute(db);
  return rows;
}
