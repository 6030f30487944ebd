import { Refused } from "#app/audit/errors.ts";
import type { SiteState } from "./events/decision.ts";
import { isUndo, type Voiding } from "./events/void.ts";
import type { Reason } from "./kinds.ts";
import { type Book, reverse } from "./ledger/book.ts";
import type { Dated, Verdict } from "./verdict.ts";

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
