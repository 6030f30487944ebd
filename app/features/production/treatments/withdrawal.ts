import { addDays } from "#app/i18n/day.ts";

/** What a label asks for: degree-days, days, or both, of which the later ends it. */
export type Term = { degreeDays: number | null; days: number | null };

/** How much of it is over: degree-days, and whole days in the water. */
export type Reached = { degreeDays: number; days: number };

/** A lot that a course withholds. `isTreated`: it swam where the drug was given. */
export type Carrier = { lotId: string; siteId: string; isAlive: boolean; isTreated: boolean };
/** Fish of one carrier went into another. */
export type Passage = { parentId: string; childId: string; on: string; at: number };

export type Course = Term & { lastDoseOn: string; carriers: Carrier[]; passages: Passage[] };

/** `endedOn`: the first day it is fit; null: not yet. `reached`: at the end of `countedTo`. */
export type Counted = { reached: Reached; countedTo: string; endedOn: string | null };

const none: Reached = { degreeDays: 0, days: 0 };

export const isOver = ({ degreeDays, days }: Term, reached: Reached) =>
  reached.degreeDays >= (degreeDays ?? 0) && reached.days >= (days ?? 0);

const lesser = (a: Reached, b: Reached): Reached => ({
  degreeDays: Math.min(a.degreeDays, b.degreeDays),
  days: Math.min(a.days, b.days),
});

/**
 * Counts the withdrawal of a course for every lot that carries it, in whole days after the day of the last dose, each
 * day where the fish swam: what a parent reached goes along with its fish, on the day of the passage the colder water
 * counts, and of what is mixed the least. Dead fish and fish on the way count nothing.
 */
export function countCourse(
  course: Course,
  { meanOf, today }: { meanOf: (siteId: string, day: string) => number; today: string },
): Map<string, Counted> {
  const { lastDoseOn, carriers, passages } = course;
  const reached = new Map<string, Reached>();
  const endedOn = new Map<string, string>();
  const inOrder = [...passages].sort((a, b) => a.at - b.at);
  for (const { lotId, isTreated } of carriers) if (isTreated) reached.set(lotId, none);
  for (const { parentId, childId, on } of inOrder)
    if (on <= lastDoseOn && reached.has(parentId)) reached.set(childId, none);
  const note = (day: string) => {
    for (const [lotId, so] of reached) if (!endedOn.has(lotId) && isOver(course, so)) endedOn.set(lotId, day);
  };
  for (let day = addDays(lastDoseOn, 1); day < today; day = addDays(day, 1)) {
    const gains = new Map(
      carriers.map(({ lotId, siteId, isAlive }) => [
        lotId,
        isAlive ? { degreeDays: meanOf(siteId, day), days: 1 } : none,
      ]),
    );
    for (const { parentId, childId } of inOrder.filter(({ on }) => on === day)) {
      const brought = reached.get(parentId);
      if (!brought) continue;
      reached.set(childId, lesser(reached.get(childId) ?? brought, brought));
      gains.set(childId, lesser(gains.get(childId) ?? none, gains.get(parentId) ?? none));
      if (!isOver(course, brought)) endedOn.delete(childId);
    }
    note(day);
    for (const [lotId, so] of reached) {
      const gain = gains.get(lotId) ?? none;
      reached.set(lotId, { degreeDays: so.degreeDays + gain.degreeDays, days: so.days + gain.days });
    }
  }
  if (today > lastDoseOn) note(today);
  const countedTo = today > lastDoseOn ? addDays(today, -1) : lastDoseOn;
  return new Map(
    carriers.map(({ lotId }) => [
      lotId,
      { reached: reached.get(lotId) ?? none, countedTo, endedOn: endedOn.get(lotId) ?? null },
    ]),
  );
}

/** Nobody foresees further than this. */
const daysAhead = 500;

/** The first day it is likely fit, when the days after `countedTo` are as warm as told; null: not within 500 days. */
export function expectedOn(
  term: Term,
  { reached, countedTo }: { reached: Reached; countedTo: string },
  meanOn: (day: string) => number,
): string | null {
  let so = reached;
  for (let ahead = 1; ahead <= daysAhead; ahead += 1) {
    const day = addDays(countedTo, ahead);
    if (isOver(term, so)) return day;
    so = { degreeDays: so.degreeDays + Math.max(0, meanOn(day)), days: so.days + 1 };
  }
  return null;
}
