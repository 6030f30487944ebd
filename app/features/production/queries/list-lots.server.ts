import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { addDays } from "#app/i18n/day.ts";
import { marketWeights } from "../growth/species-growth.ts";
import type { LotForm } from "../kinds.ts";
import type { LotFilter } from "../lot-filter.ts";
import { visibleProduction } from "../visible.server.ts";

/** A weighing older than this can't be trusted at all (domain.md). */
const weighedWithinDays = 40;

/** The last day fish of the lot were weighed: at a sample, a count with a weight, or their arrival. */
const lastWeighedAt = sql<Date | null>`(
  select max(e.occurred_at) from event_lot of_lot
  join event e on e.alliance_id = of_lot.alliance_id and e.id = of_lot.event_id
  where of_lot.alliance_id = lot.alliance_id and of_lot.lot_id = lot.id
    and (e.kind in ('sampling', 'buy', 'hatch', 'stocking') or (e.kind = 'count' and e.details ? 'weighed'))
    and not exists (select from event v where v.alliance_id = e.alliance_id and v.voids_event_id = e.id))`;

/** Something that keeps it from going to food. */
const isWithheld = sql<boolean>`(exists (
    select from lot_withdrawal w where w.alliance_id = lot.alliance_id and w.lot_id = lot.id
      and w.ended_on is null and w.voided_by is null)
  or exists (
    select from lot_hold h where h.alliance_id = lot.alliance_id and h.lot_id = lot.id and h.lifted_at is null))`;

/** Raised on feed, by the last weighing as heavy as the market asks, and free to go. */
const isReady = sql<SqlBool>`(lot.form = 'farmed' and lot.count > 0 and not ${isWithheld} and lot.mass_g >= lot.count * (
  select grams from unnest(
    ${marketWeights.map(({ species }) => species)}::text[], ${marketWeights.map(({ grams }) => grams)}::numeric[]
  ) as market (species, grams) where market.species = lot.species))`;

/** A page of lots by code, with what lists show. */
export async function listLots(
  viewer: Viewer,
  filter: LotFilter,
  { after, limit, today }: { after?: PageKey; limit: number; today: string },
  db: Db = database,
) {
  const rows = await filteredLots(viewer, filter, today, db)
    .innerJoin("species", "species.code", "lot.species")
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .select([
      "lot.id",
      "lot.code",
      "lot.form",
      "lot.species",
      "species.nameZh as speciesZh",
      "species.nameEn as speciesEn",
      "lot.count",
      "lot.massG",
      "lot.startedAt",
      "lot.lastEventAt",
      "site.id as siteId",
      "site.name as siteName",
      "site.code as siteCode",
      "site.volumeM3",
      "operator.id as operatorId",
      "operator.name as operatorName",
    ])
    .select([lastWeighedAt.as("lastWeighedAt"), isWithheld.as("isWithheld")])
    .$if(after !== undefined, (query) => query.where("lot.code", ">", after?.sortKey as string))
    .orderBy("lot.code")
    .limit(limit + 1)
    .execute();
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { sortKey: last.code, id: last.id } : undefined,
  };
}
export type ListedLot = Awaited<ReturnType<typeof listLots>>["items"][number];

/** What the filter finds, by form and species: lots, fish, grams. */
export async function sumLots(viewer: Viewer, filter: LotFilter, today: string, db: Db = database) {
  return filteredLots(viewer, filter, today, db)
    .innerJoin("species", "species.code", "lot.species")
    .select(["lot.form", "lot.species", "species.nameZh as speciesZh", "species.nameEn as speciesEn"])
    .select(({ fn }) => [
      fn.countAll<number>().as("lots"),
      fn.coalesce(fn.sum<number>("lot.count"), sql<number>`0`).as("count"),
      fn.coalesce(fn.sum<number>("lot.massG"), sql<number>`0`).as("massG"),
    ])
    .groupBy(["lot.form", "lot.species", "species.nameZh", "species.nameEn", "species.sortOrder"])
    .orderBy("species.sortOrder")
    .execute();
}
export type LotSum = Awaited<ReturnType<typeof sumLots>>[number];

function filteredLots(viewer: Viewer, filter: LotFilter, today: string, db: Db) {
  const { q, town, form, species, organization, site, state } = filter;
  const before = new Date(`${addDays(today, -weighedWithinDays)}T00:00:00+08:00`);
  const states: Record<NonNullable<LotFilter["state"]> | "open", RawBuilder<SqlBool>> = {
    open: sql<SqlBool>`lot.mass_g > 0`,
    empty: sql<SqlBool>`lot.mass_g = 0`,
    ready: isReady,
    withheld: sql<SqlBool>`lot.mass_g > 0 and ${isWithheld}`,
    unweighed: sql<SqlBool>`lot.mass_g > 0 and lot.form = 'farmed' and coalesce(${lastWeighedAt}, lot.started_at) < ${before}`,
  };
  return db
    .selectFrom("lot")
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "lot.allianceId").onRef("site.id", "=", "lot.siteId"),
    )
    .where("lot.allianceId", "=", viewer.allianceId)
    .where(visibleProduction(viewer))
    .where(states[state ?? "open"])
    .$if(form !== undefined, (query) => query.where("lot.form", "=", form as LotForm))
    .$if(species !== undefined, (query) => query.where("lot.species", "=", species as string))
    .$if(town !== undefined, (query) => query.where("site.townCode", "=", town as string))
    .$if(site !== undefined, (query) => query.where("lot.siteId", "=", site as string))
    .$if(organization !== undefined, (query) => query.where("site.operatorId", "=", organization as string))
    .$if(q !== undefined, (query) =>
      query.where(({ or, eb }) =>
        or([
          eb("lot.code", "like", `${likely(q ?? "").toUpperCase()}%`),
          eb("site.name", "like", `%${likely(q ?? "")}%`),
        ]),
      ),
    );
}

const likely = (text: string) => text.replace(/[\\%_]/g, "\\$&");
