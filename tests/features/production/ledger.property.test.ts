import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Refused } from "#app/audit/errors.ts";
import { database } from "#app/database.server.ts";
import { decideEvent } from "#app/features/production/decide-event.ts";
import { decideVoid } from "#app/features/production/decide-void.ts";
import type { SiteState } from "#app/features/production/events/decision.ts";
import type { EventBody } from "#app/features/production/events/registry.ts";
import { isNothing, sumOf } from "#app/features/production/ledger/amount.ts";
import type { Book, EntryRow } from "#app/features/production/ledger/book.ts";
import { unmarked } from "#app/features/production/ledger/marks.ts";
import { balanceOf } from "#app/features/production/ledger/timeline.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import type { Verdict } from "#app/features/production/verdict.ts";
import { brokenRules, makeFarm } from "./ledger.ts";
import { bodyFor, type Standing, type Step, steps } from "./random-ledger.ts";

const site = (id: string, kind: string): SiteState => ({
  ...{
    id,
    code: id.slice(-4),
    kind,
    operatorId: id,
    townCode: "610921101",
    volumeM3: null,
    noFeeding: false,
  },
});
const sites = [
  site("019d0000-0000-7000-8000-000000000001", "pond"),
  site("019d0000-0000-7000-8000-000000000002", "pond"),
  site("019d0000-0000-7000-8000-000000000003", "water_area"),
  site("019d0000-0000-7000-8000-000000000004", "plant"),
];
/** Goods are weighed, not counted. */
const isUneven = ({ count, massG }: { count: number; massG: number }, form: string | undefined) =>
  form !== "goods" && (count === 0) !== (massG === 0);

type Typed = { body: EventBody; at: number; order: number; voids?: string };

/** Types a history in, in memory, by the same rules; answers the entries that were written and in which order they count. */
function play(history: Step[]) {
  const book: Book = { sites: new Map(sites.map((one) => [one.id, one])), lots: new Map() };
  const marks = unmarked();
  const typed = new Map<string, Typed>();
  const entries: EntryRow[] = [];
  const links: { eventId: string; childId: string; count: number; massG: number }[] = [];
  const waiting: string[] = [];
  for (const [index, step] of history.entries()) {
    const lots = [...book.lots.values()].map((lot) => ({ ...lot, ...balanceOf(lot.timeline) }));
    const body = bodyFor(step, { lots, events: [...typed.values()].map((one) => one.body), sites });
    if (!body) continue;
    try {
      const verdict =
        body.kind === "void" ? voidOf(body, { typed, entries, book }) : decide(body, index + 1, book);
      if (verdict.waiting) waiting.push(body.id);
      if (!verdict.booked) continue;
      const at = verdict.booked.event.occurredAt.getTime();
      typed.set(body.id, {
        body,
        at,
        order: index + 1,
        voids: body.kind === "void" ? body.eventId : undefined,
      });
      entries.push(...verdict.booked.entries);
      links.push(...verdict.booked.links);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return { book, typed, entries, links, waiting };

  function decide(body: Exclude<EventBody, { kind: "void" }>, order: number, into: Book) {
    const event = { id: body.id, at: Date.parse(body.occurredAt), order: [order, 0] as const };
    return decideEvent({ body, event, book: into, marks, exposures: [] });
  }
}

function voidOf(
  body: Extract<EventBody, { kind: "void" }>,
  { typed, entries, book }: { typed: Map<string, Typed>; entries: EntryRow[]; book: Book },
): Verdict {
  const voided = typed.get(body.eventId) as Typed;
  const own = entries.filter(({ eventId }) => eventId === body.eventId);
  const siteId = sites.find(({ id }) => id === ("siteId" in voided.body ? voided.body.siteId : ""))?.id;
  return decideVoid({
    body,
    event: { id: body.id, at: voided.at },
    voided: {
      ...{ id: body.eventId, kind: voided.body.kind, siteId: siteId ?? (sites[0] as SiteState).id },
      ...{ sequence: voided.order, accountId: null, recordedAt: new Date(0) },
      lotIds: [...new Set(own.map(({ lotId }) => lotId))],
      isVoided: [...typed.values()].some(({ voids }) => voids === body.eventId),
    },
    entries: own,
    book,
    userId: "nobody",
    now: new Date(0),
  });
}

/** From nothing but the entries and the order of their events. */
function recompute({ typed, entries, book }: ReturnType<typeof play>) {
  const keyOf = (eventId: string) => {
    const event = typed.get(eventId) as Typed;
    const voided = event.voids ? typed.get(event.voids) : undefined;
    return [event.at, voided?.order ?? event.order, voided ? 1 : 0] as const;
  };
  const balances = new Map<string, { count: number; massG: number }>();
  const goods = new Set([...book.lots].flatMap(([id, { timeline }]) => (timeline.counted ? [] : [id])));
  const flaws: string[] = [];
  const events = [...new Set(entries.map(({ eventId }) => eventId))].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
  });
  for (const eventId of events) {
    const own = entries.filter((entry) => entry.eventId === eventId);
    for (const lotId of new Set(own.map((entry) => entry.lotId))) {
      const balance = { ...(balances.get(lotId) ?? { count: 0, massG: 0 }) };
      for (const entry of own.filter((one) => one.lotId === lotId)) {
        balance.count += entry.count;
        balance.massG += entry.massG;
      }
      balances.set(lotId, balance);
      if (balance.count < 0 || balance.massG < 0) flaws.push(`${lotId} below zero at ${eventId}`);
      if (isUneven(balance, goods.has(lotId) ? "goods" : "fish")) flaws.push(`${lotId} uneven at ${eventId}`);
    }
    const moves = own.filter(({ reason }) => reason === "move");
    const sum = sumOf(moves);
    if (!isNothing(sum)) flaws.push(`moves of ${eventId} don't sum to zero`);
  }
  return { balances, flaws };
}

test("whatever is typed in whatever order, the ledger balances at every moment", { timeout: 120_000 }, () => {
  let [booked, waited, voided, received, processed] = [0, 0, 0, 0, 0];
  const property = fc.property(steps, (history) => {
    const played = play(history);
    const { balances, flaws } = recompute(played);
    expect(flaws).toEqual([]);
    for (const [id, lot] of played.book.lots)
      expect(balanceOf(lot.timeline), id).toEqual(balances.get(id) ?? { count: 0, massG: 0 });
    const seqs = played.entries.map(({ eventId, lotId, seq }) => `${eventId} ${lotId} ${seq}`);
    expect(new Set(seqs).size).toBe(seqs.length);
    for (const link of played.links.filter(({ massG }) => massG > 0))
      expect(
        played.entries.filter(
          ({ eventId, lotId, reason, count, massG }) =>
            eventId === link.eventId &&
            lotId === link.childId &&
            reason === "move" &&
            count === link.count &&
            massG === link.massG,
        ),
      ).not.toEqual([]);
    booked += played.typed.size;
    waited += played.waiting.length;
    voided += [...played.typed.values()].filter(({ voids }) => voids).length;
    for (const { body } of played.typed.values()) {
      if (body.kind === "receipt") received += 1;
      if (body.kind === "processing") processed += 1;
    }
  });
  // A failure prints its seed and path.
  fc.assert(property, { numRuns: 500 });
  // The histories are no mere refusals: enough is booked, waits, and is voided.
  expect(booked).toBeGreaterThan(500 * 8);
  expect(waited).toBeGreaterThan(100);
  expect(voided).toBeGreaterThan(100);
  expect(received).toBeGreaterThan(20);
  expect(processed).toBeGreaterThan(20);
});

test("what a count found stands, whatever is typed for the time before it", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { typed, entries, book } = play(history);
      const all = recompute({ typed, entries, book } as ReturnType<typeof play>);
      expect(all.flaws).toEqual([]);
      const voided = new Set([...typed.values()].flatMap(({ voids }) => voids ?? []));
      for (const { body, at, order } of typed.values()) {
        if (body.kind !== "count" || voided.has(body.id)) continue;
        const before = new Map(
          [...typed].filter(
            ([, other]) =>
              other.at < at ||
              (other.at === at &&
                (other.voids ? (typed.get(other.voids)?.order ?? 0) : other.order) <= order),
          ),
        );
        const own = entries.filter(({ eventId, lotId }) => lotId === body.lotId && before.has(eventId));
        expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(body.count);
        expect(own.reduce((sum, { massG }) => sum + massG, 0)).toBe(body.count === 0 ? 0 : body.massG);
      }
    }),
    { numRuns: 200 },
  );
});

const kindsOfFarm = ["pond", "pond", "hatchery", "water_area", "plant"];

test("the database keeps the same books", { timeout: 120_000 }, async () => {
  const farm = await makeFarm();
  const states = Object.values(farm.sites).map((id, index) => site(id, kindsOfFarm[index] as string));
  for (const history of fc.sample(steps, { numRuns: 4, seed: 20260315 })) {
    const events: EventBody[] = [];
    for (const step of history) {
      const lots = await database
        .selectFrom("lot")
        .select(["id", "siteId", "species", "form", "count", "massG"])
        .where("allianceId", "=", farm.alliance.id)
        .where("siteId", "in", Object.values(farm.sites))
        .orderBy("id")
        .execute();
      const standing: Standing[] = lots.map((lot) => ({ ...lot, count: lot.count ?? 0 }));
      const body = bodyFor(step, { lots: standing, events, sites: states });
      if (!body) continue;
      try {
        const [result] = await recordEvents(farm.keeper, [body]);
        if (result?.status === "recorded") events.push(body);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
    expect(events.length).toBeGreaterThan(5);
  }
  expect(await brokenRules(farm.alliance.id)).toEqual([]);
});
