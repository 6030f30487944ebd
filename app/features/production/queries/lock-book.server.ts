import { type SqlBool, sql } from "kysely";
import { Missing } from "#app/audit/errors.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import type { SiteState } from "../events/decision.ts";
import type { Book, BookedLot } from "../ledger/book.ts";
import { visibleProduction } from "../visible.server.ts";
import { readTimelines } from "./timelines.server.ts";

type Touched = {
  /** every lot there is concerned, or one is added */
  siteIds: string[];
  lotIds: string[];
  /** sites that are only looked at */
  otherSiteIds: string[];
  /** lots on the way to the sites above: where they left from is locked with them, also where it is another's */
  arriving: string[];
  /** the lots of receipts that are voided, likewise */
  received: string[];
  /** the earliest instant that is written about */
  from: number;
  /** lots whose descendants are concerned too */
  exposes: { lotIds: string[]; siteIds: string[] };
};

/**
 * Locks the sites and lots that events touch, sites first, each in id order, and reads what deciding needs. Throws
 * Missing for a site the viewer does not know. Lots that are not there yet are left out.
 */
export async function lockBook(viewer: Viewer, touched: Touched, trx: Trx): Promise<Book> {
  const named = await sitesOfLots(viewer, touched, trx);
  const sites = await lockSites(
    viewer,
    {
      own: [...touched.siteIds, ...touched.otherSiteIds, ...named.filter((one) => !one.isOpen).map(siteOf)],
      others: named.filter((one) => one.isOpen).map(siteOf),
    },
    trx,
  );
  const lots = await lockLots(viewer, touched, trx);
  const timelines = await readTimelines(
    viewer.allianceId,
    lots.filter(({ lastEventAt }) => lastEventAt.getTime() > touched.from).map(({ id }) => id),
    trx,
  );
  return {
    sites,
    lots: new Map(
      lots.map(({ startedAt, lastEventAt, count, massG, ...lot }): [string, BookedLot] => {
        const counted = count !== null;
        const points = timelines.get(lot.id);
        return [
          lot.id,
          {
            ...lot,
            timeline: points
              ? { counted, base: { count: 0, massG: 0 }, points }
              : { counted, base: { count: count ?? 0, massG }, points: [] },
            startedAt: startedAt.getTime(),
            lastAt: lastEventAt.getTime(),
            isNew: false,
          },
        ];
      }),
    ),
  };
}

const siteOf = ({ siteId }: { siteId: string }) => siteId;

/** Where the named lots are. Open: on the way to a site that the viewer knows, or received there before. */
function sitesOfLots(
  viewer: Viewer,
  { lotIds, siteIds, arriving, received }: Touched,
  trx: Trx,
): Promise<{ siteId: string; isOpen: boolean }[]> {
  if (lotIds.length === 0) return Promise.resolve([]);
  return trx
    .selectFrom("lot")
    .select("siteId")
    .select(({ exists, selectFrom, or, and }) =>
      or([
        sql<SqlBool>`lot.id = any(${received}::uuid[])`,
        and([
          sql<SqlBool>`lot.id = any(${arriving}::uuid[])`,
          exists(
            selectFrom("site")
              .select("site.id")
              .where(visibleProduction(viewer))
              .where(sql<SqlBool>`site.id = any(${siteIds}::uuid[])`)
              .whereRef("site.operatorId", "=", "lot.receiverId"),
          ),
        ]),
      ])
        .$castTo<boolean>()
        .as("isOpen"),
    )
    .where("allianceId", "=", viewer.allianceId)
    .where(sql<SqlBool>`id = any(${lotIds}::uuid[])`)
    .execute();
}

async function lockSites(viewer: Viewer, { own, others }: { own: string[]; others: string[] }, trx: Trx) {
  const ids = [...new Set([...own, ...others])];
  const rows = await trx
    .selectFrom("site")
    .select(["id", "code", "name", "kind", "operatorId", "townCode", "volumeM3", "noFeeding"])
    .select((eb) => visibleProduction(viewer)(eb).$castTo<boolean>().as("isVisible"))
    .where("site.allianceId", "=", viewer.allianceId)
    .where(sql<SqlBool>`site.id = any(${ids}::uuid[])`)
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  const known = new Set(rows.flatMap(({ id, isVisible }) => (isVisible ? [id] : [])));
  if (rows.length < ids.length || own.some((id) => !known.has(id))) throw new Missing();
  return new Map<string, SiteState>(rows.map(({ isVisible: _, ...row }) => [row.id, row]));
}

async function lockLots({ allianceId }: Viewer, { siteIds, lotIds, from, exposes }: Touched, trx: Trx) {
  const at = new Date(from);
  // While the locks were waited for, a descendant may have gone on into another lot: until there is none.
  for (let known = await descendantsOf(allianceId, exposes, trx); ; ) {
    const lots = await lockNamed(known);
    const descendants = await descendantsOf(allianceId, exposes, trx);
    if (descendants.length === known.length) return lots;
    known = descendants;
  }

  function lockNamed(descendants: string[]) {
    return trx
      .selectFrom("lot")
      .select(["id", "siteId", "species", "form", "product", "receiverId"])
      .select(["count", "massG", "startedAt", "lastEventAt"])
      .where("allianceId", "=", allianceId)
      .where(
        sql<SqlBool>`(id = any(${[...lotIds, ...descendants]}::uuid[])
          or (site_id = any(${siteIds}::uuid[]) and (mass_g > 0 or form = 'standing' or last_event_at >= ${at})))`,
      )
      .orderBy("id")
      .forNoKeyUpdate()
      .execute();
  }
}

async function descendantsOf(allianceId: string, { lotIds, siteIds }: Touched["exposes"], trx: Trx) {
  if (lotIds.length + siteIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    with recursive exposed (id) as (
      select id from lot where alliance_id = ${allianceId}
        and (id = any(${lotIds}::uuid[]) or site_id = any(${siteIds}::uuid[]))
      union select child_id from lot_link join exposed on parent_id = exposed.id where alliance_id = ${allianceId}
    ) select id from exposed`.execute(trx);
  return rows.map(({ id }) => id);
}
