import { type Amount, flawOf, isNothing, isSame, massOf, minus, nothing, plus, sumOf } from "./amount.ts";

/** What an event says is there: the mean weight (a sample), or fish and grams (a count, an emptying). */
export type Assertion = { meanG: number } | Amount;

/** An event of one lot, its entries for it summed. */
export type Point = {
  eventId: string;
  /** milliseconds */
  at: number;
  /** the order within an instant; a void stands beside what it voids */
  order: readonly [number, number];
  change: Amount;
  asserts?: Assertion;
  /** how many entries it has for this lot */
  entries: number;
};

/** One lot through time. `base`: its balance before the first of the points that were read. */
export type Timeline = { counted: boolean; base: Amount; points: readonly Point[] };

/** A later event that still has to say what it said: an entry onto it, caused by the one typed now. */
export type Correction = {
  eventId: string;
  change: Amount;
  asserted: "count" | "mean" | "end";
  /** its place among that event's entries for the lot */
  seq: number;
};

/** Why an event can't be booked: what is wrong, from when on, by how much, and with which event. */
export type Flaw = { flaw: "short" | "uneven"; at: number; missing: Amount; eventId: string };

export type Posted = { timeline: Timeline; corrections: Correction[] };

export const isFlaw = (posted: Posted | Flaw): posted is Flaw => "flaw" in posted;

const isBefore = (a: Point, b: Point) => a.at - b.at || a.order[0] - b.order[0] || a.order[1] - b.order[1];

/** The balance after everything at or before an instant. */
export const balanceAt = ({ base, points }: Timeline, at: number) =>
  plus(base, sumOf(points.filter((point) => point.at <= at).map(({ change }) => change)));

export const balanceOf = (timeline: Timeline) => balanceAt(timeline, Number.POSITIVE_INFINITY);

/**
 * Puts an event where it belongs in time. What came later and asserted something goes on asserting it, by a
 * compensating entry; there correction stops. Answers the flaw instead when any balance from then on would be below
 * zero or uneven.
 */
export function post(timeline: Timeline, point: Point): Posted | Flaw {
  const place = timeline.points.filter((other) => isBefore(other, point) <= 0).length;
  const earlier = timeline.points.slice(0, place);
  const corrections: Correction[] = [];
  const points: Point[] = [...earlier, point];
  let old = plus(timeline.base, sumOf(earlier.map(({ change }) => change)));
  let current = plus(old, point.change);
  const flaw = flawOf(current, timeline.counted);
  if (flaw) return { flaw, at: point.at, missing: missingIn(current), eventId: point.eventId };
  for (const later of timeline.points.slice(place)) {
    old = plus(old, later.change);
    current = plus(current, later.change);
    const correction = isSame(old, current) ? undefined : correct(later, { old, current, ...timeline });
    if (correction) {
      corrections.push({ eventId: later.eventId, seq: later.entries + 1, ...correction });
      current = plus(current, correction.change);
    }
    const flaw = flawOf(current, timeline.counted);
    if (flaw) return { flaw, at: later.at, missing: missingIn(current), eventId: later.eventId };
    points.push(
      correction
        ? { ...later, change: plus(later.change, correction.change), entries: later.entries + 1 }
        : later,
    );
  }
  return { timeline: { ...timeline, points }, corrections };
}

function correct(
  { asserts }: Point,
  { old, current, counted }: { old: Amount; current: Amount; counted: boolean },
): Omit<Correction, "eventId" | "seq"> | undefined {
  if (asserts && "massG" in asserts) return { change: minus(old, current), asserted: "count" };
  if (asserts && current.count > 0) {
    const change = { count: 0, massG: massOf(current.count, asserts.meanG) - current.massG };
    return isNothing(change) ? undefined : { change, asserted: "mean" };
  }
  // The last fish went, and was weighed: no gram stays behind.
  if (counted && isNothing(old) && current.count === 0)
    return { change: { count: 0, massG: -current.massG }, asserted: "end" };
  return undefined;
}

const missingIn = ({ count, massG }: Amount): Amount => ({
  count: Math.max(0, -count),
  massG: Math.max(0, -massG),
});

/** The same without what an event asserted: it has been voided. */
export const forget = (timeline: Timeline, eventId: string): Timeline => ({
  ...timeline,
  points: timeline.points.map((point) =>
    point.eventId === eventId ? { ...point, asserts: undefined } : point,
  ),
});

export const beginning = (counted: boolean): Timeline => ({ counted, base: nothing, points: [] });
