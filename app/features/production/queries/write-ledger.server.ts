import { sql } from "kysely";
import type { Writer } from "#app/auth/viewer.ts";
import type { Trx } from "#app/database.server.ts";
import { insertRows } from "#db/insert-rows.server.ts";
import type { EventColumns, Link } from "../events/decision.ts";
import { type Amount, plus } from "../ledger/amount.ts";
import type { Book, EntryRow } from "../ledger/book.ts";
import { lotCodes } from "./lot-codes.server.ts";

export type EventRow = {
  id: string;
  kind: string;
  siteId: string;
  occurredAt: Date;
  onBehalf: boolean;
  columns: EventColumns;
  note?: string;
  doubts: string[];
  voidsEventId?: string;
  details: Record<string, unknown>;
  bodyHash: string;
};

/** Everything that was booked, for one insert a table. */
export type Booked = {
  events: EventRow[];
  entries: EntryRow[];
  links: (Link & { eventId: string })[];
  concerns: { eventId: string; lotId: string; shareG?: number }[];
};

/** Writes what was decided under the locks: lots first, then events with their entries; the caches follow. */
export async function writeLedger(writer: Writer, book: Book, booked: Booked, trx: Trx) {
  const { allianceId } = writer.viewer;
  const changes = changesByLot(booked.entries);
  await insertLots(writer, book, changes, trx);
  await insertEvents(writer, booked.events, trx);
  await insertRows(
    "eventLot",
    booked.concerns.map(({ eventId, lotId, shareG }) => ({
      ...{ allianceId, eventId, lotId },
      shareG: shareG ?? null,
    })),
    trx,
  );
  const counted = (lotId: string) => book.lots.get(lotId)?.timeline.counted !== false;
  await insertRows(
    "entry",
    booked.entries.map(({ count, ...entry }) => ({
      ...entry,
      allianceId,
      count: counted(entry.lotId) ? count : null,
    })),
    trx,
  );
  await insertRows(
    "lotLink",
    booked.links.map(({ count, ...link }) => ({
      ...link,
      allianceId,
      count: counted(link.childId) ? count : null,
    })),
    trx,
  );
  await updateLots(writer, book, { changes, concerns: booked.concerns }, trx);
}

function changesByLot(entries: EntryRow[]) {
  const changes = new Map<string, Amount>();
  for (const { lotId, count, massG } of entries)
    changes.set(lotId, plus(changes.get(lotId) ?? { count: 0, massG: 0 }, { count, massG }));
  return changes;
}

/** New lots begin at what they hold in the end. */
async function insertLots(
  { viewer: { allianceId } }: Writer,
  book: Book,
  changes: Map<string, Amount>,
  trx: Trx,
) {
  const lots = [...book.lots.values()].filter(({ isNew }) => isNew);
  if (lots.length === 0) return;
  const codes = await lotCodes(allianceId, lots, book.sites, trx);
  await insertRows(
    "lot",
    lots.map(({ id, siteId, species, form, product, receiverId, timeline, startedAt, lastAt }) => {
      const { count, massG } = changes.get(id) ?? { count: 0, massG: 0 };
      return {
        ...{ allianceId, id, code: codes.get(id), siteId, species, form, product, receiverId, massG },
        count: timeline.counted ? count : null,
        startedAt: new Date(startedAt),
        lastEventAt: new Date(lastAt),
        revision: 1,
      };
    }),
    trx,
  );
}

function insertEvents({ viewer, now }: Writer, events: EventRow[], trx: Trx) {
  const { allianceId, userId, name, role } = viewer;
  const isProgram = /^0{8}-/.test(userId);
  return insertRows(
    "event",
    events.map(({ columns, voidsEventId, note, details, ...event }) => ({
      ...event,
      allianceId,
      recordedAt: now,
      accountId: isProgram ? null : userId,
      accountName: name,
      accountRole: role,
      purpose: columns.purpose ?? null,
      count: columns.count ?? null,
      massG: columns.massG ?? null,
      meanG: columns.meanG ?? null,
      feed: columns.feed ?? null,
      fromOn: columns.fromOn ?? null,
      toOn: columns.toOn ?? null,
      costFen: columns.costFen ?? null,
      reason: columns.reason ?? null,
      voidsEventId: voidsEventId ?? null,
      note: note || null,
      details,
    })),
    trx,
  );
}

/** The caches move by the entries written, and only where they stay whole: the second guard after the decision. */
async function updateLots(
  { viewer: { allianceId } }: Writer,
  book: Book,
  { changes, concerns }: { changes: Map<string, Amount>; concerns: Booked["concerns"] },
  trx: Trx,
) {
  const ids = new Set([...changes.keys(), ...concerns.map(({ lotId }) => lotId)]);
  const rows = [...book.lots.values()]
    .filter(({ id, isNew }) => !isNew && ids.has(id))
    .map(({ id, startedAt, lastAt }) => ({
      id,
      count: changes.get(id)?.count ?? 0,
      mass_g: changes.get(id)?.massG ?? 0,
      started_at: new Date(startedAt),
      last_event_at: new Date(lastAt),
    }));
  if (rows.length === 0) return;
  const { numAffectedRows } = await sql`
    update lot set count = lot.count + change.count, mass_g = lot.mass_g + change.mass_g, revision = lot.revision + 1,
      started_at = least(lot.started_at, change.started_at), last_event_at = greatest(lot.last_event_at, change.last_event_at)
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as change (id uuid, count bigint, mass_g bigint, started_at timestamptz, last_event_at timestamptz)
    where lot.alliance_id = ${allianceId} and lot.id = change.id
      and lot.mass_g + change.mass_g >= 0 and coalesce(lot.count + change.count, 0) >= 0`.execute(trx);
  if (Number(numAffectedRows) !== rows.length)
    throw new Error("a lot holds less than what was decided under its lock");
}
