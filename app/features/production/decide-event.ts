import { Refused } from "#app/audit/errors.ts";
import { Withheld } from "./errors.ts";
import type { Decision, Scene } from "./events/decision.ts";
import { type DecidedBody, kindOf } from "./events/registry.ts";
import { type KnownExposure, newMarks } from "./hand-on-marks.ts";
import { refusalOf, whyBlocked, whyRefused } from "./keep-waiting.ts";
import { type Book, type EntryRow, enter, isLate, sceneAt } from "./ledger/book.ts";
import { gate, type Marks } from "./ledger/marks.ts";
import type { Dated, Verdict } from "./verdict.ts";

type Given = {
  body: DecidedBody;
  event: Dated & { order: readonly [number, number] };
  book: Book;
  marks: Marks;
  exposures: KnownExposure[];
  unattended?: boolean;
};

/** Decides one event against the book, and books it there. */
export function decideEvent({ body, event, book, marks, exposures, unattended = false }: Given): Verdict {
  const kind = kindOf(body);
  const { siteIds = [], lotIds = [] } = kind.touches(body);
  const siteId = kind.siteId?.(body) ?? book.lots.get(lotIds[0] ?? "")?.siteId ?? siteIds[0] ?? "";
  const site = book.sites.get(siteId);
  if (!site) throw new Refused("lotId", "production:refused.noLot");
  const scene = sceneAt(book, event.at);
  try {
    const decision = kind.decide(body, scene);
    passGate(decision, marks, scene);
    const entries = enter(book, event, decision);
    if ("flaw" in entries) return { body, site, unconfirmed: [], waiting: whyBlocked(body, site, entries) };
    const booked = {
      site,
      entries,
      event: {
        ...{ id: body.id, kind: body.kind, siteId: site.id, occurredAt: new Date(event.at) },
        columns: decision.columns ?? {},
        note: body.note,
        doubts: [...new Set(decision.doubts)],
        details: { ...decision.details, ...(decision.exposes && { exposure: decision.exposes }) },
      },
      links: (decision.links ?? []).map((link) => ({ ...link, eventId: body.id })),
      concerns: concernsOf(body.id, decision, entries),
      marks: newMarks(decision, { event, marks, book, day: scene.day, exposures }),
    };
    const unconfirmed = booked.event.doubts.filter((code) => !body.accept.includes(code));
    return { body, site, booked, unconfirmed };
  } catch (error) {
    const late = isLate(book, lotIds, event.at);
    const waiting = whyRefused(error, { body, site, keeps: unattended, late });
    if (waiting) return { body, site, unconfirmed: [], waiting };
    throw refusalOf(error, body.id);
  }
}

function passGate({ gate: asked }: Decision, marks: Marks, { at, day }: Scene) {
  for (const lotId of asked?.lotIds ?? []) {
    const closed = gate(marks, { lotId, purpose: asked?.purpose ?? "food", at, day });
    if (closed) throw new Withheld(lotId, closed.by, closed.fitFrom);
  }
}

/** Every lot an event names, once; corrections onto later events stay with those. */
function concernsOf(eventId: string, { concerns = [] }: Decision, entries: EntryRow[]) {
  const named = new Map<string, { lotId: string; shareG?: number }>();
  for (const { lotId, eventId: of } of entries) if (of === eventId) named.set(lotId, { lotId });
  for (const concern of concerns) named.set(concern.lotId, concern);
  return [...named.values()].map((concern) => ({ ...concern, eventId }));
}
