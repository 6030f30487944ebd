import { sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { visibleProduction } from "../visible.server.ts";

/** One lot by its code. */
export const findLot = (viewer: Viewer, code: string, db: Db = database) =>
  db
    .selectFrom("lot")
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "lot.allianceId").onRef("site.id", "=", "lot.siteId"),
    )
    .innerJoin("organization as operator", (join) =>
      join.onRef("operator.allianceId", "=", "site.allianceId").onRef("operator.id", "=", "site.operatorId"),
    )
    .innerJoin("species", "species.code", "lot.species")
    .where("lot.allianceId", "=", viewer.allianceId)
    .where(visibleProduction(viewer))
    .where("lot.code", "=", code)
    .select([
      "lot.id",
      "lot.code",
      "lot.form",
      "lot.species",
      "species.nameZh as speciesZh",
      "species.nameEn as speciesEn",
      "species.latin",
      "lot.count",
      "lot.massG",
      "lot.startedAt",
      "lot.lastEventAt",
      "lot.revision",
      "site.id as siteId",
      "site.name as siteName",
      "site.code as siteCode",
      "site.kind as siteKind",
      "site.volumeM3",
      "site.areaM2",
      "site.townCode",
      "site.operatorId",
      "operator.name as operatorName",
    ])
    .executeTakeFirst();
export type FoundLot = NonNullable<Awaited<ReturnType<typeof findLot>>>;

/** Everything that happened to a lot, in the ledger's order, with what each event changed of it. At most 2,000. */
export async function listLotEvents({ allianceId }: Viewer, lotId: string, db: Db = database) {
  const { rows } = await sql<LotEvent>`
    select e.id, e.kind, e.occurred_at, e.recorded_at, e.account_name, e.account_id, e.on_behalf, e.purpose, e.count,
      e.mass_g, e.mean_g, e.feed, e.from_on, e.to_on, e.cost_fen, e.reason, e.note, e.doubts, e.details, of_lot.share_g,
      exists (select from event v where v.alliance_id = e.alliance_id and v.voids_event_id = e.id) as is_voided,
      coalesce((select sum(count) from entry where alliance_id = e.alliance_id and event_id = e.id and lot_id = of_lot.lot_id), 0)::bigint as change_count,
      coalesce((select sum(mass_g) from entry where alliance_id = e.alliance_id and event_id = e.id and lot_id = of_lot.lot_id), 0)::bigint as change_mass_g
    from event_lot of_lot
    join event e on e.alliance_id = of_lot.alliance_id and e.id = of_lot.event_id
    left join event voided on voided.alliance_id = e.alliance_id and voided.id = e.voids_event_id
    where of_lot.alliance_id = ${allianceId} and of_lot.lot_id = ${lotId}
    order by e.occurred_at, coalesce(voided.sequence, e.sequence), (e.kind = 'void')
    limit 2000`.execute(db);
  return rows;
}

export type LotEvent = {
  id: string;
  kind: string;
  occurredAt: Date;
  recordedAt: Date;
  accountName: string;
  accountId: string | null;
  onBehalf: boolean;
  purpose: "food" | "rearing" | "disposal" | null;
  count: number | null;
  massG: number | null;
  meanG: number | null;
  feed: "compound" | "fodder" | null;
  fromOn: string | null;
  toOn: string | null;
  costFen: number | null;
  reason: string | null;
  note: string | null;
  doubts: string[];
  details: Record<string, unknown>;
  /** what of the event's feed fell to the lot */
  shareG: number | null;
  isVoided: boolean;
  changeCount: number;
  changeMassG: number;
};

/** What came into a lot from others, and what went into others; a partner lot elsewhere is named, not opened. */
export async function listLotLinks({ allianceId }: Viewer, lotId: string, db: Db = database) {
  const { rows } = await sql<{
    direction: "from" | "to";
    code: string;
    form: string;
    siteName: string;
    count: number | null;
    massG: number;
    occurredAt: Date;
    eventKind: string;
  }>`
    select case when link.child_id = ${lotId} then 'from' else 'to' end as direction, other.code, other.form,
      site.name as site_name, link.count, link.mass_g, e.occurred_at, e.kind as event_kind
    from lot_link link
    join lot other on other.alliance_id = link.alliance_id
      and other.id = case when link.child_id = ${lotId} then link.parent_id else link.child_id end
    join site on site.alliance_id = other.alliance_id and site.id = other.site_id
    join event e on e.alliance_id = link.alliance_id and e.id = link.event_id
    where link.alliance_id = ${allianceId} and (link.parent_id = ${lotId} or link.child_id = ${lotId})
      and not exists (select from event v where v.alliance_id = e.alliance_id and v.voids_event_id = e.id)
    order by e.occurred_at, e.sequence limit 500`.execute(db);
  return rows;
}

/** What withholds a lot, or did. */
export async function listLotMarks({ allianceId }: Viewer, lotId: string, db: Db = database) {
  const [withdrawals, holds] = await Promise.all([
    db
      .selectFrom("lotWithdrawal")
      .selectAll()
      .where("allianceId", "=", allianceId)
      .where("lotId", "=", lotId)
      .where("voidedBy", "is", null)
      .orderBy("lastDoseOn", "desc")
      .limit(50)
      .execute(),
    db
      .selectFrom("lotHold")
      .selectAll()
      .where("allianceId", "=", allianceId)
      .where("lotId", "=", lotId)
      .orderBy("placedAt", "desc")
      .limit(50)
      .execute(),
  ]);
  return { withdrawals, holds };
}
