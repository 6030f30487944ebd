import { sql } from "kysely";
import type { Db, Trx } from "#app/database.server.ts";
import type { Assertion, Point } from "../ledger/timeline.ts";

type Row = {
  lotId: string;
  eventId: string;
  at: Date;
  kind: string;
  isVoided: boolean;
  eventCount: number | null;
  eventMassG: number | null;
  meanG: number | null;
  first: number;
  second: number;
  count: number;
  massG: number;
  entries: number;
};

/** Lots through time: every event that changed one or said what is there, in the ledger's order. */
export async function readTimelines(allianceId: string, lotIds: string[], db: Db | Trx) {
  const timelines = new Map<string, Point[]>(lotIds.map((id) => [id, []]));
  if (lotIds.length === 0) return timelines;
  const { rows } = await sql<Row>`
    select of_lot.lot_id, e.id as event_id, e.occurred_at as at, e.kind,
      exists (select from event v where v.alliance_id = e.alliance_id and v.voids_event_id = e.id) as is_voided,
      e.count as event_count, e.mass_g as event_mass_g, e.mean_g,
      coalesce(voided.sequence, e.sequence) as first, (e.kind = 'void')::int as second,
      sums.count, sums.mass_g, sums.entries
    from event_lot of_lot
    join event e on e.alliance_id = of_lot.alliance_id and e.id = of_lot.event_id
    left join event voided on voided.alliance_id = e.alliance_id and voided.id = e.voids_event_id
    cross join lateral (
      select coalesce(sum(count), 0)::bigint as count, coalesce(sum(mass_g), 0)::bigint as mass_g, count(*)::int as entries
      from entry where entry.alliance_id = of_lot.alliance_id and entry.event_id = e.id and entry.lot_id = of_lot.lot_id
    ) sums
    where of_lot.alliance_id = ${allianceId} and of_lot.lot_id = any(${lotIds}::uuid[])
      and (sums.entries > 0 or e.kind in ('sampling', 'count', 'emptying'))
    order by e.occurred_at, first, second`.execute(db);
  for (const row of rows) {
    timelines.get(row.lotId)?.push({
      eventId: row.eventId,
      at: row.at.getTime(),
      order: [row.first, row.second],
      change: { count: row.count, massG: row.massG },
      asserts: row.isVoided ? undefined : assertionOf(row),
      entries: row.entries,
    });
  }
  return timelines;
}

function assertionOf({ kind, meanG, eventCount, eventMassG }: Row): Assertion | undefined {
  if (kind === "sampling" && meanG !== null) return { meanG };
  if (kind === "count") return { count: eventCount ?? 0, massG: eventMassG ?? 0 };
  return kind === "emptying" ? { count: 0, massG: 0 } : undefined;
}
