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
    | "receipt"
    | "processing"
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
      { weight: 2, arbitrary: fc.constantFrom<Step["op"]>("receipt", "processing") },
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
  // What needs a history of its own mostly comes after it.
  const late = (step.op === "receipt" || step.op === "processing") && step.other % 4 > 0 ? 40_000 : 0;
  const occurredAt = new Date(start + (step.minute + late) * 60_000).toISOString();
  const common = { id, occurredAt, accept: confirmed };
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
  if (step.op === "receipt") return receive(step, { lots, sites, say });
  if (step.op === "processing") return process(step, { lots, sites, say });
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
        ...{ count: lot.form === "goods" ? undefined : count, massG, receiver: "x" },
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

type Around = {
  lots: Standing[];
  sites: SiteState[];
  say: (event: Record<string, unknown>) => EventBody | undefined;
};

const plantOf = (sites: SiteState[]) => sites.find(({ kind }) => kind === "plant");

/** The scale differs by the share; some is returned, some dead, sometimes counted. */
function receive(step: Step, { lots, sites, say }: Around) {
  const onTheWay = lots.filter(({ form, massG }) => form === "transit" && massG > 0);
  const lot = onTheWay[step.lot % Math.max(1, onTheWay.length)];
  if (!lot) return undefined;
  const massG = Math.max(3, Math.round(lot.massG * (0.9 + step.share / 6)));
  const [returnedG, deadG] = [Math.floor(massG * 0.2), Math.floor(massG * 0.1)];
  const parts = step.other % 3;
  const counted = step.lot % 2 === 0 && lot.count > 4;
  return say({
    ...{ kind: "receipt", transitLotId: lot.id },
    siteId: (parts === 2 ? plantOf(sites) : sites[step.other % sites.length])?.id,
    purpose: parts === 2 ? "food" : "rearing",
    accepted: { lotId: uuidv7(), massG: massG - returnedG - deadG, ...(counted && { count: lot.count - 3 }) },
    ...(parts > 0 && returnedG > 0 && { returned: { lotId: uuidv7(), massG: returnedG } }),
    ...(deadG > 0 && { dead: { massG: deadG, ...(counted && { count: 1 }) } }),
  });
}

/** What was caught or received at the plant, up to three lots of a species, becomes two products. */
function process(step: Step, { lots, sites, say }: Around) {
  const plant = plantOf(sites);
  const here = lots.filter(
    ({ siteId, form, massG }) =>
      siteId === plant?.id && (form === "harvest" || form === "goods") && massG > 20,
  );
  const inputs = here
    .filter(({ species }) => species === here[0]?.species)
    .slice(0, 3)
    .map(({ id, form, count, massG }) => ({
      lotId: id,
      count: form === "goods" ? undefined : Math.max(1, Math.round(count * step.share)),
      massG: Math.max(5, Math.round(massG * step.share)),
    }));
  const inG = inputs.reduce((sum, { massG }) => sum + massG, 0);
  return say({
    ...{ kind: "processing", siteId: plant?.id, inputs },
    outputs: [
      { lotId: uuidv7(), product: "鱼片", massG: Math.ceil(inG * 0.4) },
      { lotId: uuidv7(), product: "鱼丸", massG: Math.max(1, Math.floor(inG * step.share * 0.4)) },
    ],
  });
}
