import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Refused } from "#app/audit/errors.ts";
import { decideEvent } from "#app/features/production/decide-event.ts";
import type { SiteState } from "#app/features/production/events/decision.ts";
import { type DecidedBody, eventBody } from "#app/features/production/events/registry.ts";
import type { KnownExposure } from "#app/features/production/hand-on-marks.ts";
import { isAlive } from "#app/features/production/kinds.ts";
import { type Book, swimsBetween } from "#app/features/production/ledger/book.ts";
import { descendants, unmarked } from "#app/features/production/ledger/marks.ts";
import { balanceOf } from "#app/features/production/ledger/timeline.ts";
import { addDays, chinaDay } from "#app/i18n/day.ts";
import { confirmed } from "../ledger.ts";
import { bodyFor, type Step, steps } from "../random-ledger.ts";

const sites = ["pond", "pond", "water_area"].map(
  (kind, index): SiteState => ({
    ...{ id: `019d0000-0000-7000-8000-00000000000${index}`, code: `S${index}`, kind, operatorId: "o" },
    ...{ townCode: "610921101", volumeM3: null, noFeeding: false },
  }),
);

type Treatment = { id: string; siteId: string; at: number; lastMs: number; endsAt: number };

/** A feeding of the random histories becomes a course of one to three days at the same site. */
function bodyOfStep(step: Step, book: Book): DecidedBody | undefined {
  const lots = [...book.lots.values()].map((lot) => ({ ...lot, ...balanceOf(lot.timeline) }));
  const body = bodyFor(step, { lots, events: [], sites });
  if (!body || body.kind === "void") return undefined;
  if (body.kind !== "feeding") return body;
  const first = chinaDay(new Date(body.occurredAt));
  const treatment = {
    ...{
      id: body.id,
      kind: "treatment",
      siteId: body.siteId,
      occurredAt: body.occurredAt,
      accept: confirmed,
    },
    ...{ symptom: "x", appliedBy: "x", labelId: "povidone-iodine-solution@2011", unit: "ml" },
    doses: Array.from({ length: 1 + (step.lot % 3) }, (_, days) => ({ on: addDays(first, days), amount: 1 })),
  };
  return eventBody.parse(treatment) as DecidedBody;
}

function play(history: Step[]) {
  const book: Book = { sites: new Map(sites.map((one) => [one.id, one])), lots: new Map() };
  const marks = unmarked();
  const treatments: Treatment[] = [];
  const exposures: KnownExposure[] = [];
  for (const [index, step] of history.entries()) {
    const body = bodyOfStep(step, book);
    if (!body) continue;
    const event = { id: body.id, at: Date.parse(body.occurredAt), order: [index + 1, 0] as const };
    try {
      const { booked } = decideEvent({ body, event, book, marks, exposures });
      if (!booked || body.kind !== "treatment") continue;
      const { occurredAt, columns, details } = booked.event;
      const endsAt = Date.parse(`${addDays(columns.toOn as string, 1)}T00:00:00+08:00`);
      exposures.push({ id: body.id, siteId: body.siteId, occurredAt, endsAt: new Date(endsAt), details });
      treatments.push({ id: body.id, siteId: body.siteId, at: event.at, lastMs: endsAt - 1, endsAt });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return { book, marks, treatments };
}

test("whatever is typed when, every lot with treated fish is withheld, and none without", {
  timeout: 120_000,
}, () => {
  let [carried, handedOn] = [0, 0];
  const property = fc.property(steps, (history) => {
    const { book, marks, treatments } = play(history);
    const lots = [...book.lots.values()];
    const from = (chosen: typeof lots, at: number) =>
      new Set(chosen.flatMap(({ id }) => [...descendants(marks, id, at).keys()]));
    for (const { id, siteId, at, lastMs, endsAt } of treatments) {
      const withheld = new Set(marks.withdrawals.filter((one) => one.eventId === id).map((one) => one.lotId));
      const there = lots.filter((lot) => lot.siteId === siteId);
      const swam = there.filter((lot) => swimsBetween(lot, at, lastMs));
      const must = from(swam, at);
      for (const lotId of must) expect(withheld, `treated and not withheld: ${lotId}`).toContain(lotId);
      // A lot that a late truth emptied before the course keeps what it was given: nothing is let go by itself.
      const may = from(
        there.filter(({ form, startedAt }) => isAlive(form) && startedAt <= endsAt),
        at,
      );
      for (const lotId of withheld) expect(may, `withheld for nothing: ${lotId}`).toContain(lotId);
      carried += withheld.size;
      handedOn += must.size - swam.length;
    }
  });
  fc.assert(property, { numRuns: 500 });
  // The histories are no mere refusals.
  expect(carried).toBeGreaterThan(1000);
  expect(handedOn).toBeGreaterThan(200);
});
