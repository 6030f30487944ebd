import * as fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import type { SiteState } from "#app/features/production/events/decision.ts";
import { type EventBody, eventBody } from "#app/features/production/events/registry.ts";
import { confirmed } from "./ledger.ts";

/** A step of a made-up history: what, on which lot and site, how much of it, and when it is said to have happened. */
export type Step = {
  op:
    | "buy"
    | "mortality"
    | "sampling"
    | "count"
    | "harvest"
    | "transfer"
    | "split"
    | "merge"
    | "feeding"
    | "dispatch"
    | "emptying"
    | "void";
  lot: number;
  other: number;
  share: number;
  /** minutes from the beginning; typed in the order of the steps, so most are back-dated */
  minute: number;
};

/** Few instants, so that many events fall on the same one. */
const minute = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40_000 }));

export const steps = fc.array(
  fc.record<Step>({
    op: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<Step["op"]>("buy", "mortality", "sampling", "count") },
      {
        weight: 2,
        arbitrary: fc.constantFrom<Step["op"]>("harvest", "transfer", "split", "merge", "dispatch", "void"),
      },
      { weight: 1, arbitrary: fc.constantFrom<Step["op"]>("feeding", "emptying") },
    ),
    lot: fc.nat(50),
    other: fc.nat(50),
    share: fc.double({ min: 0.01, max: 1.2, noNaN: true }),
    minute,
  }),
  { minLength: 40, maxLength: 40 },
);

const start = Date.parse("2026-01-05T00:00:00+08:00");

export type Standing = {
  id: string;
  siteId: string;
  species: string;
  form: string;
  count: number;
  massG: number;
};

/** The event a step stands for where these lots are; undefined where there is nothing to do it with. */
export function bodyFor(
  step: Step,
  { lots, events, sites }: { lots: Standing[]; events: EventBody[]; sites: SiteState[] },
): EventBody | undefined {
  const lot = lots[step.lot % Math.max(1, lots.length)];
  const site = sites[step.other % sites.length] as SiteState;
  const id = uuidv7();
  const common = { id, occurredAt: new Date(start + step.minute * 60_000).toISOString(), accept: confirmed };
  const say = (event: Record<string, unknown>) => {
    const parsed = eventBody.safeParse({ ...common, ...event });
    return parsed.success ? parsed.data : undefined;
  };
  if (step.op === "buy") {
    const count = Math.ceil(step.share * 2000);
    const lotId = uuidv7();
    return say({
      ...{ kind: "buy", siteId: site.id, lotId, species: step.lot % 2 ? "grass_carp" : "largemouth_bass" },
      ...{ form: "farmed", count, meanG: 1 + step.share * 100, supplier: "x" },
    });
  }
  if (step.op === "void") {
    const event = events[step.lot % Math.max(1, events.length)];
    return event && event.kind !== "void"
      ? eventBody.parse({ id, kind: "void", eventId: event.id, reason: "x" })
      : undefined;
  }
  if (step.op === "feeding") {
    const day = common.occurredAt.slice(0, 10);
    return say({ kind: "feeding", siteId: site.id, feed: "fodder", massG: 1000, fromOn: day, toOn: day });
  }
  if (!lot) return undefined;
  const count = Math.max(1, Math.round(lot.count * step.share));
  const massG = Math.max(1, Math.round(lot.massG * step.share * (0.8 + step.share / 3)));
  const lotId = uuidv7();
  switch (step.op) {
    case "mortality":
      return say({ kind: "mortality", lotId: lot.id, count });
    case "sampling":
      return say({ kind: "sampling", lotId: lot.id, count: 10, meanG: 1 + step.share * 500 });
    case "count":
      return say({ kind: "count", lotId: lot.id, count, massG, method: "all", reason: "x" });
    case "harvest":
      return say({ kind: "harvest", lotId: lot.id, harvestLotId: lotId, purpose: "rearing", count, massG });
    case "dispatch":
      return say({
        ...{ kind: "dispatch", lotId: lot.id, transitLotId: lotId, purpose: "rearing" },
        ...{ count, massG, receiver: "x" },
      });
    case "transfer":
      return say({ kind: "transfer", fromLotId: lot.id, siteId: site.id, lotId, count });
    case "split":
      return say({
        kind: "split",
        fromLotId: lot.id,
        into: [
          { siteId: site.id, lotId, count: Math.ceil(count / 2) },
          { siteId: lot.siteId, lotId: uuidv7(), count: Math.max(1, Math.floor(count / 3)) },
        ],
      });
    case "merge": {
      const other = lots.find(
        ({ id, species, form }) => id !== lot.id && species === lot.species && form === lot.form,
      );
      return other && say({ kind: "merge", fromLotIds: [lot.id, other.id], siteId: site.id, lotId });
    }
    case "emptying":
      return say({ kind: "emptying", lotId: lot.id, reason: "x" });
  }
}
