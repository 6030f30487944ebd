import { Refused } from "#app/audit/errors.ts";
import { Short, Withheld } from "./errors.ts";
import type { Decision, EventColumns, Exposure, Link, Scene, SiteState } from "./events/decision.ts";
import { type DecidedBody, type EventBody, kindOf } from "./events/registry.ts";
import { isUndo, type Voiding } from "./events/void.ts";
import type { Reason } from "./kinds.ts";
import {
  type Blocked,
  type Book,
  type EntryRow,
  enter,
  isLate,
  reverse,
  sceneAt,
  swimsBetween,
} from "./ledger/book.ts";
import { expose, gate, inherit, type Marks, type NewMarks } from "./ledger/marks.ts";
import type { Waiting } from "./queries/pending.server.ts";

type Dated = { id: string; at: number };

/** What becomes of an event: it is booked, or it waits; and what its writer has still to confirm. */
export type Verdict = {
  body: EventBody;
  site: SiteState;
  unconfirmed: string[];
  booked?: {
    event: {
      id: string;
      kind: string;
      siteId: string;
      occurredAt: Date;
      columns: EventColumns;
      note?: string;
      doubts: string[];
      voidsEventId?: string;
      details: Record<string, unknown>;
    };
    site: SiteState;
    entries: EntryRow[];
    links: (Link & { eventId: string })[];
    concerns: { eventId: string; lotId: string; shareG?: number }[];
    marks: NewMarks;
  };
  waiting?: Omit<Waiting, "body" | "bodyHash" | "onBehalf">;
};

/** A treatment that was written down before fish that had met it; `endsAt`: the end of its last day. */
type KnownExposure = { id: string; siteId: string; occurredAt: Date; endsAt: Date; details: unknown };

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

function newMarks(
  decision: Decision,
  given: { event: Dated; marks: Marks; book: Book; day: string; exposures: KnownExposure[] },
): NewMarks {
  const { event, marks, book, day } = given;
  const fresh = [
    ...(decision.links ?? []).map(({ parentId, childId }) =>
      inherit(marks, { parentId, childId, at: event.at }, day),
    ),
    ...(decision.exposes ? exposeBySpecies(given, event, decision.exposes) : []),
    ...metLater(decision, given).flatMap(({ lotId, treatment }) =>
      exposeBySpecies(
        given,
        { id: treatment.id, at: Math.max(treatment.occurredAt.getTime(), event.at) },
        { ...(treatment.details as { exposure: Exposure }).exposure, lotIds: [lotId] },
      ),
    ),
  ];
  return {
    withdrawals: fresh.flatMap(({ withdrawals }) => withdrawals).filter(({ lotId }) => book.lots.has(lotId)),
    holds: fresh.flatMap(({ holds }) => holds).filter(({ lotId }) => book.lots.has(lotId)),
  };
}

/** A hold that excepts species comes onto the lots of others only. */
function exposeBySpecies(
  { marks, book }: { marks: Marks; book: Book },
  event: Dated,
  { lotIds, withdrawal, hold }: Exposure,
) {
  const excepted = (lotId: string) => hold?.exceptSpecies?.includes(book.lots.get(lotId)?.species ?? "");
  return [
    expose(marks, event, { lotIds, withdrawal }),
    expose(marks, event, { lotIds: lotIds.filter((lotId) => !excepted(lotId)), hold }),
  ];
}

/** Fish that came to a site before the end of a treatment that is written down already, and were there during it. */
function metLater(
  { changes = [] }: Decision,
  { event, book, exposures }: { event: Dated; book: Book; exposures: KnownExposure[] },
) {
  const arrived = new Set(
    changes.filter(({ count, massG }) => count > 0 || massG > 0).map(({ lotId }) => lotId),
  );
  return exposures
    .filter(({ endsAt, details }) => endsAt.getTime() >= event.at && hasExposure(details))
    .flatMap((treatment) =>
      [...arrived]
        .map((lotId) => book.lots.get(lotId))
        .filter((lot) => lot !== undefined)
        .filter(
          (lot) =>
            lot.siteId === treatment.siteId &&
            swimsBetween(lot, Math.max(treatment.occurredAt.getTime(), event.at), treatment.endsAt.getTime()),
        )
        .map((lot) => ({ lotId: lot.id, treatment })),
    );
}

const hasExposure = (details: unknown) =>
  typeof details === "object" && details !== null && "exposure" in details;

const waitingFor = (body: DecidedBody, site: SiteState) => ({
  ...{ id: body.id, kind: body.kind, siteId: site.id, occurredAt: new Date(body.occurredAt) },
  ...{ lotId: null, shortAt: null, shortCount: null, shortMassG: null, message: null },
});

const whyBlocked = (body: DecidedBody, site: SiteState, { flaw, lotId, at, missing }: Blocked) => ({
  ...waitingFor(body, site),
  ...{ reason: flaw, lotId, shortAt: new Date(at), shortCount: missing.count, shortMassG: missing.massG },
});

/** What is typed late waits; so does everything that nobody is there to mend. */
function whyRefused(
  error: unknown,
  { body, site, keeps, late }: { body: DecidedBody; site: SiteState; keeps: boolean; late: boolean },
): Verdict["waiting"] {
  const waiting = waitingFor(body, site);
  if (error instanceof Short && (late || keeps)) {
    const missing = error.wanted - error.available;
    return {
      ...waiting,
      ...{ reason: "short", lotId: error.lotId, shortAt: waiting.occurredAt },
      ...(error.field === "count" ? { shortCount: missing } : { shortMassG: missing }),
    };
  }
  if (!keeps) return undefined;
  if (error instanceof Withheld) return { ...waiting, reason: "withheld", lotId: error.lotId };
  if (error instanceof Refused) return { ...waiting, reason: "refused", message: error.message };
  return undefined;
}

/** As the form says it. */
function refusalOf(error: unknown, id: string) {
  if (error instanceof Short) {
    const { wanted, available } = error;
    return new Refused(error.field, `production:refused.short|${JSON.stringify({ wanted, available })}`, id);
  }
  if (error instanceof Withheld) {
    const { by, fitFrom } = error;
    const key = by === "hold" ? "held" : fitFrom === null ? "withdrawal" : "withdrawalUntil";
    return new Refused("purpose", `production:refused.${key}|${JSON.stringify({ fitFrom })}`, id);
  }
  if (error instanceof Refused) return new Refused(error.field, error.message, id);
  return error;
}

type VoidGiven = {
  body: Voiding;
  event: Dated;
  voided: {
    id: string;
    kind: string;
    siteId: string;
    sequence: number;
    accountId: string | null;
    recordedAt: Date;
    lotIds: string[];
    isVoided: boolean;
  };
  entries: { lotId: string; count: number; massG: number; reason: Reason }[];
  book: Book;
  userId: string;
  now: Date;
};

/** Voids an event: its entries turned round, at its own time. Refused where that leaves a hole. */
export function decideVoid({ body, event, voided, entries, book, userId, now }: VoidGiven): Verdict {
  const site = book.sites.get(voided.siteId) as SiteState;
  if (voided.isVoided || voided.kind === "void") throw new Refused("eventId", "production:refused.voided");
  if (!body.reason && !isUndo(voided, { userId, now }))
    throw new Refused("reason", "production:refused.voidReason");
  const rows = reverse(book, { ...event, order: [voided.sequence, 1], voids: voided.id }, entries);
  if ("flaw" in rows) {
    const parameters = { at: new Date(rows.at).toISOString(), event: rows.eventId };
    throw new Refused("eventId", `production:refused.voidHole|${JSON.stringify(parameters)}`);
  }
  return {
    body,
    site,
    unconfirmed: [],
    booked: {
      site,
      entries: rows,
      event: {
        ...{ id: body.id, kind: "void", siteId: voided.siteId, occurredAt: new Date(event.at) },
        columns: { reason: body.reason },
        ...{ doubts: [], voidsEventId: voided.id, details: {} },
      },
      links: [],
      concerns: voided.lotIds.map((lotId) => ({ lotId, eventId: body.id })),
      marks: { withdrawals: [], holds: [] },
    },
  };
}
