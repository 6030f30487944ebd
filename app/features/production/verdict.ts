import type { EventColumns, Link, SiteState } from "./events/decision.ts";
import type { EventBody } from "./events/registry.ts";
import type { EntryRow } from "./ledger/book.ts";
import type { NewMarks } from "./ledger/marks.ts";
import type { Waiting } from "./queries/pending.server.ts";

/** An event's id and instant, in milliseconds. */
export type Dated = { id: string; at: number };

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
