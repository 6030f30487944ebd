import type { LotForm, Purpose, Reason } from "../kinds.ts";
import type { Amount } from "../ledger/amount.ts";
import type { Assertion } from "../ledger/timeline.ts";

export type SiteState = {
  id: string;
  code: string;
  kind: string;
  operatorId: string;
  townCode: string;
  volumeM3: number | null;
  noFeeding: boolean | null;
};

export type LotState = Amount & {
  id: string;
  siteId: string;
  species: string;
  form: LotForm;
  /** false: only its mass is known */
  counted: boolean;
  /** what a plant made: 鱼片; null: fish */
  product: string | null;
  /** of what is on the way: the organization it goes to; null: nobody of the alliance */
  receiverId: string | null;
};

/** What stands there at the instant of an event, after everything that came before it. */
export type Scene = {
  /** the event's instant, milliseconds */
  at: number;
  /** its day in China */
  day: string;
  site(id: string): SiteState;
  /** Throws Refused on `field` when there is no such lot. */
  lot(id: string, field?: string): LotState;
  /** The lots that swim at a site. */
  lotsAt(siteId: string): LotState[];
  /** The lots that swim there at any moment from now to a later one. */
  lotsBetween(siteId: string, to: number): LotState[];
  /** The one lot of a species in an open water or rice field; it may be empty. */
  standingAt(siteId: string, species: string): LotState | undefined;
};

export type NewLot = {
  id: string;
  siteId: string;
  species: string;
  form: LotForm;
  counted?: boolean;
  product?: string | null;
  receiverId?: string | null;
};
export type Change = { lotId: string; count: number; massG: number; reason: Reason };
export type Link = { parentId: string; childId: string; count: number; massG: number };

/** A treatment's withdrawal, a failed test's hold; days and degree-days of the label, the later of both ends it. */
export type Exposure = {
  lotIds: string[];
  withdrawal?: { fromOn: string; lastDoseOn: string; degreeDays: number | null; days: number | null };
  /** spares the species that are excepted */
  hold?: {
    kind: "test_failed" | "unknown_drug" | "off_label";
    reason?: string;
    exceptSpecies?: string[];
  };
};

/** What an event does to the ledger. */
export type Decision = {
  lots?: NewLot[];
  changes?: Change[];
  links?: Link[];
  /** Lots it concerns without changing them; with the share of the event's feed. */
  concerns?: { lotId: string; shareG?: number }[];
  asserts?: { lotId: string; assertion: Assertion };
  /** Lots that the gate is asked about, for what purpose. */
  gate?: { lotIds: string[]; purpose: Purpose };
  /** What befalls lots from an instant on, and all that comes from them later. */
  exposes?: Exposure;
  /** What looks wrong: codes, asked once. */
  doubts?: string[];
  columns?: EventColumns;
  details?: Record<string, unknown>;
};

/** The columns of an event that SQL sums. */
export type EventColumns = {
  purpose?: Purpose;
  count?: number;
  massG?: number;
  meanG?: number;
  feed?: "compound" | "fodder";
  fromOn?: string;
  toOn?: string;
  costFen?: number;
  reason?: string;
};
