import { type SqlBool, sql } from "kysely";
import { program } from "#app/audit/write.server.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { database, inTransaction, type Trx } from "#app/database.server.ts";
import { addDays, chinaDay } from "#app/i18n/day.ts";
import { isAlive } from "../../kinds.ts";
import { openBreaches } from "../../queries/marks.server.ts";
import { retrying } from "../../queries/retrying.server.ts";
import { countedMeans, type DayTemperatures, gapAtMost } from "../day-mean.ts";
import { expectedRange } from "../expected-water.ts";
import { type Counted, type Course, countCourse } from "../withdrawal.ts";
import { dayTemperatures } from "./day-temperatures.server.ts";

/**
 * Counts the withdrawals of courses anew, from the readings as they are now, for every lot that carries them. Where one
 * lasts longer than it was thought to, what went to food meanwhile is a breach.
 */
export async function recountCourses(
  writer: Writer,
  eventIds: string[],
  trx: Trx,
  temperatures: DayTemperatures = dayTemperatures,
) {
  if (eventIds.length === 0) return;
  const today = chinaDay(writer.now);
  const rows = await lockCarriers(writer, eventIds, trx);
  const first = rows.map(({ lastDoseOn }) => lastDoseOn).sort()[0];
  if (first === undefined) return;
  const readings = await temperatures(
    writer.viewer.allianceId,
    [...new Set(rows.map(({ siteId }) => siteId))],
    { from: addDays(first, -gapAtMost), to: addDays(today, -1) },
  );
  const means = new Map(rows.map(({ siteId }) => [siteId, countedMeans(readings.get(siteId) ?? [])]));
  const meanOf = (siteId: string, day: string) => means.get(siteId)?.(day) ?? 0;
  const passages = await readPassages(writer, eventIds, trx);
  const counted = eventIds.flatMap((eventId) => {
    const own = rows.filter((row) => row.eventId === eventId);
    const [one] = own;
    if (!one) return [];
    const course = courseOf(
      own,
      passages.filter((passage) => passage.eventId === eventId),
    );
    const results = countCourse(course, { meanOf, today });
    return own.map((row) => ({ ...row, ...(results.get(row.lotId) as Counted) }));
  });
  await writeCounted(writer, counted, trx);
  await openBreaches(
    writer,
    counted.flatMap(({ lotId, eventId, endedBefore, endedOn }) =>
      endedBefore !== null && (endedOn === null || endedOn > endedBefore)
        ? [{ lotId, eventId, from: new Date(`${endedBefore}T00:00:00+08:00`), isWithdrawal: true }]
        : [],
    ),
    trx,
  );
}

type Row = Awaited<ReturnType<typeof lockCarriers>>[number];

const courseOf = (rows: Row[], passages: { parentId: string; childId: string; at: Date }[]): Course => {
  const { lastDoseOn, degreeDays, days } = rows[0] as Row;
  return {
    ...{ lastDoseOn, degreeDays, days },
    carriers: rows.map(({ lotId, siteId, form, treatedAt, fromAt }) => ({
      ...{ lotId, siteId, isAlive: isAlive(form) },
      isTreated: siteId === treatedAt && chinaDay(fromAt) <= lastDoseOn && isAlive(form),
    })),
    passages: passages.map(({ at, ...one }) => ({ ...one, on: chinaDay(at), at: at.getTime() })),
  };
};

/** Every lot that carries the courses; locked, so that no harvest passes while the gate moves. */
async function lockCarriers({ viewer: { allianceId } }: Writer, eventIds: string[], trx: Trx) {
  return trx
    .selectFrom("lot")
    .innerJoin("lotWithdrawal as w", (join) =>
      join.onRef("w.allianceId", "=", "lot.allianceId").onRef("w.lotId", "=", "lot.id"),
    )
    .innerJoin("event", (join) =>
      join.onRef("event.allianceId", "=", "w.allianceId").onRef("event.id", "=", "w.eventId"),
    )
    .innerJoin("site", (join) =>
      join.onRef("site.allianceId", "=", "lot.allianceId").onRef("site.id", "=", "lot.siteId"),
    )
    .where("lot.allianceId", "=", allianceId)
    .where(sql<SqlBool>`w.event_id = any(${eventIds}::uuid[])`)
    .where("w.voidedBy", "is", null)
    .select(["lot.id as lotId", "lot.siteId", "lot.form", "site.kind as siteKind"])
    .select(["w.eventId", "w.fromAt", "w.lastDoseOn", "w.degreeDays", "w.days", "w.endedOn as endedBefore"])
    .select("event.siteId as treatedAt")
    .orderBy("lot.id")
    .forNoKeyUpdate("lot")
    .execute();
}

/** Which way the treated fish went: from a carrier, since it carries. */
async function readPassages({ viewer: { allianceId } }: Writer, eventIds: string[], trx: Trx) {
  const { rows } = await sql<{ eventId: string; parentId: string; childId: string; at: Date }>`
    select w.event_id, link.parent_id, link.child_id, e.occurred_at as at
    from lot_withdrawal w
    join lot_link link on link.alliance_id = w.alliance_id and link.parent_id = w.lot_id
    join event e on e.alliance_id = link.alliance_id and e.id = link.event_id and e.occurred_at >= w.from_at
    join lot_withdrawal child on child.alliance_id = w.alliance_id and child.lot_id = link.child_id
      and child.event_id = w.event_id
    where w.alliance_id = ${allianceId} and w.event_id = any(${eventIds}::uuid[])
      and not exists (select from event v where v.alliance_id = e.alliance_id and v.voids_event_id = e.id)`.execute(
    trx,
  );
  return rows;
}

async function writeCounted({ viewer: { allianceId } }: Writer, counted: (Row & Counted)[], trx: Trx) {
  const rows = counted.map((row) => {
    const { lotId, eventId, reached, countedTo, endedOn, form, siteKind } = row;
    const expected =
      endedOn === null && isAlive(form)
        ? expectedRange(siteKind, row, { reached, countedTo })
        : { from: null, to: null };
    return {
      ...{ lot_id: lotId, event_id: eventId, reached: reached.degreeDays, counted_to: countedTo },
      ...{ ended_on: endedOn, expected_from: expected.to === null ? null : expected.from },
      expected_to: expected.to,
    };
  });
  await sql`
    update lot_withdrawal w set reached = n.reached, counted_to = n.counted_to, ended_on = n.ended_on,
      expected_from = n.expected_from, expected_to = n.expected_to
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as n (lot_id uuid, event_id uuid, reached numeric,
      counted_to date, ended_on date, expected_from date, expected_to date)
    where w.alliance_id = ${allianceId} and w.lot_id = n.lot_id and w.event_id = n.event_id`.execute(trx);
}

/** A corrected reading reaches back so far: what ended longer ago is not counted again. */
const daysBack = 60;

/** Readings of these sites came or changed: counts what their fish carry anew. */
export function recountWithdrawals(
  writer: Writer,
  siteIds: string[],
  temperatures: DayTemperatures = dayTemperatures,
  outer?: Trx,
) {
  const since = addDays(chinaDay(writer.now), -daysBack);
  const recount = async (trx: Trx) => {
    const courses = await trx
      .selectFrom("lotWithdrawal as w")
      .innerJoin("lot", (join) =>
        join.onRef("lot.allianceId", "=", "w.allianceId").onRef("lot.id", "=", "w.lotId"),
      )
      .where("w.allianceId", "=", writer.viewer.allianceId)
      .where("w.voidedBy", "is", null)
      .where(({ or, eb }) => or([eb("w.endedOn", "is", null), eb("w.endedOn", ">=", since)]))
      .where(sql<SqlBool>`lot.site_id = any(${siteIds}::uuid[])`)
      .where("lot.form", "in", ["fry", "farmed", "standing"])
      .select("w.eventId")
      .distinct()
      .execute();
    await recountCourses(
      writer,
      courses.map(({ eventId }) => eventId),
      trx,
      temperatures,
    );
  };
  return outer ? recount(outer) : retrying(() => inTransaction(recount));
}

const coursesAtOnce = 200;

/** Every alliance's withdrawals that are not counted up to yesterday; a few courses a transaction. */
export async function recountDay(now: Date) {
  const yesterday = addDays(chinaDay(now), -1);
  for (;;) {
    const courses = await database
      .selectFrom("lotWithdrawal as w")
      .innerJoin("lot", (join) =>
        join.onRef("lot.allianceId", "=", "w.allianceId").onRef("lot.id", "=", "w.lotId"),
      )
      .where("w.endedOn", "is", null)
      .where("w.voidedBy", "is", null)
      .where("w.lastDoseOn", "<", yesterday)
      .where("w.countedTo", "<", yesterday)
      .where("lot.massG", ">", 0)
      .where("lot.form", "in", ["fry", "farmed", "standing"])
      .select(["w.allianceId", "w.eventId"])
      .distinct()
      .limit(coursesAtOnce)
      .execute();
    if (courses.length === 0) return;
    for (const allianceId of new Set(courses.map((one) => one.allianceId))) {
      const own = courses.filter((one) => one.allianceId === allianceId).map(({ eventId }) => eventId);
      await retrying(() => inTransaction((trx) => recountCourses(program(allianceId, now), own, trx)));
    }
  }
}
