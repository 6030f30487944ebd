import type * as z from "zod";
import type { Decision, Scene } from "./decision.ts";

/** What every kind of event gives; form, API, description and sample follow from it. */
export type EventKind<Schema extends z.ZodType<{ id: string; kind: string }>> = {
  schema: Schema;
  /** Which sites and lots it touches, known from what was sent; they are locked before anything is decided. */
  touches(event: z.output<Schema>): {
    /** all lots there are concerned, or one is added */
    siteIds?: string[];
    lotIds?: string[];
    /** of them those that come from elsewhere to the event's own site */
    arriving?: string[];
  };
  /** Where it happened; left out: where its first lot is. */
  siteId?(event: z.output<Schema>): string;
  /** Whether it asks what withholds its lots, brings fish to a site, or hands on what withholds them. */
  marks?: true;
  /** Whether what it finds reaches the descendants of its lots. */
  spreads?: true;
  /** Whether an inspector may write it. */
  byInspector?: true;
  /** Pure. Throws Refused for what can't be; what is merely unusual is a doubt. */
  decide(event: z.output<Schema>, scene: Scene): Decision;
};

export const defineKind = <Schema extends z.ZodType<{ id: string; kind: string }>>(kind: EventKind<Schema>) =>
  kind;
