import { type SqlBool, sql } from "kysely";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { insertRows } from "#db/insert-rows.server.ts";
import type { Marks, NewMarks } from "../ledger/marks.ts";

/** What withholds these lots, and all links among them. */
export async function readMarks(allianceId: string, lotIds: string[], trx: Trx): Promise<Marks> {
  const withdrawals = await trx
    .selectFrom("lotWithdrawal")
    .select(["lotId", "eventId", "fromOn", "lastDoseOn", "degreeDays", "days"])
    .select(["fromAt", "endedOn", "expectedTo"])
    .where("allianceId", "=", allianceId)
    .where(sql<SqlBool>`lot_id = any(${lotIds}::uuid[])`)
    .where("voidedBy", "is", null)
    .execute();
  const holds = await trx
    .selectFrom("lotHold")
    .select(["lotId", "originId", "eventId", "kind", "reason", "fromAt", "liftedAt"])
    .where("allianceId", "=", allianceId)
    .where(sql<SqlBool>`lot_id = any(${lotIds}::uuid[])`)
    .execute();
  const links = await trx
    .selectFrom("lotLink")
    .innerJoin("event", (join) =>
      join.onRef("event.allianceId", "=", "lotLink.allianceId").onRef("event.id", "=", "lotLink.eventId"),
    )
    .select(["parentId", "childId", "event.occurredAt"])
    .where("lotLink.allianceId", "=", allianceId)
    .where(sql<SqlBool>`parent_id = any(${lotIds}::uuid[])`)
    .execute();
  return {
    withdrawals: withdrawals.map(({ fromAt, ...one }) => ({ ...one, fromAt: fromAt.getTime() })),
    holds: holds.map(({ fromAt, liftedAt, ...hold }) => ({
      ...hold,
      fromAt: fromAt.getTime(),
      liftedAt: liftedAt?.getTime() ?? null,
    })),
    links: links.map(({ occurredAt, ...link }) => ({ ...link, at: occurredAt.getTime() })),
  };
}

/** Treatments of these sites that go on after an instant: fish that came there before their end met them too. */
export async function readExposures(allianceId: string, siteIds: string[], after: Date, trx: Trx) {
  return trx
    .selectFrom("event")
    .select(["id", "siteId", "occurredAt", "details"])
    .select(sql<Date>`(to_on + 1)::timestamp at time zone 'Asia/Shanghai'`.as("endsAt"))
    .where("allianceId", "=", allianceId)
    .where(sql<SqlBool>`site_id = any(${siteIds}::uuid[])`)
    .where("kind", "=", "treatment")
    .where("toOn", ">=", chinaDay(after))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("event as v")
            .select("v.id")
            .whereRef("v.allianceId", "=", "event.allianceId")
            .whereRef("v.voidsEventId", "=", "event.id"),
        ),
      ),
    )
    .orderBy("occurredAt")
    .execute();
}

/** Writes marks. What of them is over already is counted after; then `openBreaches` says what went wrong. */
export async function writeMarks({ viewer, now }: Writer, { withdrawals, holds }: NewMarks, trx: Trx) {
  const { allianceId, name } = viewer;
  await insertRows(
    "lotWithdrawal",
    withdrawals.map(({ lotId, eventId, fromOn, lastDoseOn, degreeDays, days, fromAt, endedOn }) => ({
      ...{ allianceId, lotId, eventId, fromOn, lastDoseOn, degreeDays, days, endedOn },
      fromAt: new Date(fromAt),
      reached: 0,
    })),
    trx,
  );
  await insertRows(
    "lotHold",
    holds.map(({ fromAt, liftedAt: _, ...hold }) => ({
      ...hold,
      allianceId,
      fromAt: new Date(fromAt),
      placedAt: now,
      placedByName: name,
    })),
    trx,
  );
}

/** A withdrawal (or a hold) that a lot had from an instant on, unknown to who sold it. */
type LateMark = { lotId: string; eventId: string; from: Date; isWithdrawal: boolean };

export const lateMarks = ({ withdrawals, holds }: NewMarks): LateMark[] => [
  ...withdrawals.map(({ lotId, eventId, fromAt }) => ({
    ...{ lotId, eventId, from: new Date(fromAt), isWithdrawal: true },
  })),
  ...holds.flatMap(({ kind, lotId, eventId, fromAt }) =>
    kind === "breach" || eventId === null
      ? []
      : [{ lotId, eventId, from: new Date(fromAt), isWithdrawal: false }],
  ),
];

/**
 * Food events on lots while a mark stood that was not known then: a breach each, and a hold on the lots they made. A
 * withdrawal's end is read as it is counted now.
 */
export async function openBreaches({ viewer, now }: Writer, marks: LateMark[], trx: Trx) {
  const { allianceId } = viewer;
  if (marks.length === 0) return;
  const { rows: breaches } = await sql<{ eventId: string; lotId: string; causeEventId: string }>`
    insert into breach (alliance_id, event_id, lot_id, cause_event_id, opened_at)
    select distinct ${allianceId}::uuid, e.id, mark.lot_id, mark.event_id, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(
      marks.map(({ lotId, eventId, from, isWithdrawal }) => ({
        ...{ lot_id: lotId, event_id: eventId, from_at: from, is_withdrawal: isWithdrawal },
      })),
    )}::text::jsonb) as mark (lot_id uuid, event_id uuid, from_at timestamptz, is_withdrawal boolean)
    left join lot_withdrawal w on mark.is_withdrawal and w.alliance_id = ${allianceId}
      and w.lot_id = mark.lot_id and w.event_id = mark.event_id
    join event_lot on event_lot.alliance_id = ${allianceId} and event_lot.lot_id = mark.lot_id
    join event e on e.alliance_id = event_lot.alliance_id and e.id = event_lot.event_id
      and e.purpose = 'food' and e.occurred_at >= mark.from_at and e.id <> mark.event_id
    join entry on entry.alliance_id = e.alliance_id and entry.event_id = e.id and entry.lot_id = mark.lot_id
      and entry.mass_g < 0 and entry.reason in ('move', 'out')
    where (w.ended_on is null or (e.occurred_at at time zone 'Asia/Shanghai')::date < w.ended_on)
      and not exists (select from event v where v.alliance_id = e.alliance_id and v.voids_event_id = e.id)
    on conflict do nothing
    returning event_id, lot_id, cause_event_id`.execute(trx);
  for (const { eventId, lotId, causeEventId } of breaches) {
    await sql`
      insert into lot_hold (alliance_id, lot_id, origin_id, event_id, kind, from_at, placed_at, placed_by_name)
      with recursive gone (id) as (
        select ${lotId}::uuid
        union select child_id from lot_link where alliance_id = ${allianceId} and event_id = ${eventId} and parent_id = ${lotId}
        union select link.child_id from lot_link link join gone on link.parent_id = gone.id
          where link.alliance_id = ${allianceId} and gone.id <> ${lotId}
      )
      select ${allianceId}, id, ${causeEventId}, ${causeEventId}, 'breach', ${now}, ${now}, ${viewer.name} from gone
      on conflict do nothing`.execute(trx);
  }
}

/** A voided treatment or test withholds nothing any more. */
export async function voidMarks(
  { viewer: { allianceId, name }, now }: Writer,
  { eventId, voidId, reason }: { eventId: string; voidId: string; reason: string },
  trx: Trx,
) {
  await trx
    .updateTable("lotWithdrawal")
    .set({ voidedBy: voidId })
    .where("allianceId", "=", allianceId)
    .where("eventId", "=", eventId)
    .execute();
  await trx
    .updateTable("lotHold")
    .set({ liftedAt: now, liftedByName: name, liftReason: reason })
    .where("allianceId", "=", allianceId)
    .where("eventId", "=", eventId)
    .where("liftedAt", "is", null)
    .execute();
  await trx
    .updateTable("breach")
    .set({ closedAt: now, closedByName: name, closingNote: reason })
    .where("allianceId", "=", allianceId)
    .where(({ or, eb }) => or([eb("causeEventId", "=", eventId), eb("eventId", "=", eventId)]))
    .where("closedAt", "is", null)
    .execute();
}
