import { Refused } from "#app/audit/errors.ts";
import { chinaDay } from "#app/i18n/day.ts";
import type { Decision, LotState, NewLot, Scene, SiteState } from "../events/decision.ts";
import { isAlive, type LotForm, type Reason } from "../kinds.ts";
import { type Amount, negative, sumOf } from "./amount.ts";
import {
  balanceAt,
  beginning,
  type Correction,
  type Flaw,
  forget,
  isFlaw,
  type Point,
  post,
  type Timeline,
} from "./timeline.ts";

/** A lot as it is locked, with as much of its past as the events at hand need. */
export type BookedLot = {
  id: string;
  siteId: string;
  species: string;
  form: LotForm;
  product: string | null;
  receiverId: string | null;
  timeline: Timeline;
  startedAt: number;
  lastAt: number;
  isNew: boolean;
};

/** Everything that is locked: decisions are made and booked here, in memory, before anything is written. */
export type Book = { sites: Map<string, SiteState>; lots: Map<string, BookedLot> };

export type EntryRow = {
  eventId: string;
  lotId: string;
  seq: number;
  count: number;
  massG: number;
  reason: Reason;
  causedByEventId: string;
};

const stateOf = (lot: BookedLot, at: number): LotState => {
  const { id, siteId, species, form, product, receiverId, timeline } = lot;
  return {
    ...{ id, siteId, species, form, product, receiverId, counted: timeline.counted },
    ...balanceAt(timeline, at),
  };
};

/** What stands in the book at an instant. */
export function sceneAt(book: Book, at: number): Scene {
  const all = () => [...book.lots.values()].filter((lot) => lot.startedAt <= at);
  return {
    at,
    day: chinaDay(new Date(at)),
    site: (id) => book.sites.get(id) as SiteState,
    lot(id, field = "lotId") {
      const lot = book.lots.get(id);
      if (!lot || lot.startedAt > at) throw new Refused(field, "production:refused.noLot");
      return stateOf(lot, at);
    },
    lotsAt: (siteId) =>
      all()
        .filter((lot) => lot.siteId === siteId && isAlive(lot.form))
        .map((lot) => stateOf(lot, at))
        .filter(({ massG }) => massG > 0),
    lotsBetween: (siteId, to) =>
      [...book.lots.values()]
        .filter((lot) => lot.siteId === siteId && swimsBetween(lot, at, to))
        .map((lot) => stateOf(lot, Math.max(at, lot.startedAt))),
    standingAt(siteId, species) {
      // One stands there even if it was stocked for the first time later than now.
      const lot = [...book.lots.values()].find(
        (one) => one.form === "standing" && one.siteId === siteId && one.species === species,
      );
      return lot && stateOf(lot, at);
    },
  };
}

/** Whether there are living fish of a lot at any moment of a time, both ends included. */
export const swimsBetween = ({ form, timeline }: BookedLot, from: number, to: number) =>
  isAlive(form) &&
  [from, ...timeline.points.map(({ at }) => at).filter((at) => at > from && at <= to)].some(
    (at) => balanceAt(timeline, at).massG > 0,
  );

type Dated = { id: string; at: number; order: Point["order"] };
export type Blocked = Flaw & { lotId: string };

/**
 * Books a decision, or says why it can't be; a decision is booked whole or not at all. Answers the entries: its own,
 * and those onto later events that have to go on saying what they said.
 */
export function enter(book: Book, event: Dated, decision: Decision): EntryRow[] | Blocked {
  for (const lot of decision.lots ?? []) openLot(book, lot, event.at);
  const changes = decision.changes ?? [];
  const touched = new Map<string, typeof changes>();
  for (const change of changes) touched.set(change.lotId, [...(touched.get(change.lotId) ?? []), change]);
  if (decision.asserts && !touched.has(decision.asserts.lotId)) touched.set(decision.asserts.lotId, []);
  const posted = postAll(
    book,
    event,
    [...touched].map(([lotId, own]) => ({
      lotId,
      change: sumOf(own),
      asserts: decision.asserts?.lotId === lotId ? decision.asserts.assertion : undefined,
      entries: own.length,
    })),
  );
  if ("flaw" in posted) {
    for (const { id } of decision.lots ?? []) book.lots.delete(id);
    return posted;
  }
  const own = [...touched].flatMap(([lotId, rows]) =>
    rows.map((row, index) => ({
      ...row,
      lotId,
      eventId: event.id,
      seq: index + 1,
      causedByEventId: event.id,
    })),
  );
  for (const { lotId } of decision.concerns ?? []) touch(book, lotId, event.at);
  return [...own, ...posted];
}

/** Turns the entries of an event round, at its own time. */
export function reverse(
  book: Book,
  event: Dated & { voids: string },
  entries: { lotId: string; count: number; massG: number; reason: Reason }[],
): EntryRow[] | Blocked {
  const byLot = [...new Set(entries.map(({ lotId }) => lotId))].map(
    (lotId) => [lotId, entries.filter((entry) => entry.lotId === lotId)] as const,
  );
  const before = [...book.lots.values()].map((lot) => ({ lot, timeline: lot.timeline }));
  for (const { lot, timeline } of before) lot.timeline = forget(timeline, event.voids);
  const posted = postAll(
    book,
    event,
    byLot.map(([lotId, rows]) => ({ lotId, change: negative(sumOf(rows)), entries: rows.length })),
  );
  if ("flaw" in posted) {
    for (const { lot, timeline } of before) lot.timeline = timeline;
    return posted;
  }
  const own = byLot.flatMap(([lotId, rows]) =>
    rows.map(({ count, massG, reason }, index) => ({
      ...{ eventId: event.id, lotId, seq: index + 1, reason, causedByEventId: event.id },
      ...negative({ count, massG }),
    })),
  );
  return [...own, ...posted];
}

type Posting = { lotId: string; change: Amount; asserts?: Point["asserts"]; entries: number };

function postAll(book: Book, event: Dated, postings: Posting[]): EntryRow[] | Blocked {
  const results = postings.map(({ lotId, change, asserts, entries }) => {
    const lot = book.lots.get(lotId);
    if (!lot) throw new Refused("lotId", "production:refused.noLot");
    const point = { eventId: event.id, at: event.at, order: event.order, change, asserts, entries };
    return { lot, posted: post(lot.timeline, point) };
  });
  const blocked = results.find(({ posted }) => isFlaw(posted));
  if (blocked) return { ...(blocked.posted as Flaw), lotId: blocked.lot.id };
  return results.flatMap(({ lot, posted }) => {
    if (isFlaw(posted)) return [];
    lot.timeline = posted.timeline;
    touch(book, lot.id, event.at);
    return posted.corrections.map((correction) => correctionRow(lot.id, event.id, correction));
  });
}

const correctionRow = (lotId: string, causedByEventId: string, correction: Correction): EntryRow => ({
  eventId: correction.eventId,
  lotId,
  seq: correction.seq,
  ...correction.change,
  reason: correction.asserted === "count" ? "adjust" : correction.change.massG > 0 ? "growth" : "shrink",
  causedByEventId,
});

function openLot(book: Book, { counted = true, ...lot }: NewLot, at: number) {
  if (book.lots.has(lot.id)) throw new Refused("lotId", "production:refused.lotThere");
  book.lots.set(lot.id, {
    ...{ ...lot, product: lot.product ?? null, receiverId: lot.receiverId ?? null, isNew: true },
    timeline: beginning(counted),
    startedAt: at,
    lastAt: at,
  });
}

function touch(book: Book, lotId: string, at: number) {
  const lot = book.lots.get(lotId);
  if (!lot) return;
  lot.lastAt = Math.max(lot.lastAt, at);
  // An open water may be stocked, in truth, before the first stocking that was typed.
  lot.startedAt = Math.min(lot.startedAt, at);
}

/** Whether something was booked for one of these lots after an instant: what comes in now is typed late. */
export const isLate = (book: Book, lotIds: string[], at: number) =>
  lotIds.some((id) => (book.lots.get(id)?.lastAt ?? 0) > at);
