import { chinaDay } from "#app/i18n/day.ts";
import { daysOfCulture } from "../growth/days-of-culture.ts";
import { density } from "../growth/density.ts";
import type { Balance, Flow } from "../growth/fcr.ts";
import { feedConversion } from "../growth/fcr.ts";
import { feedCost } from "../growth/feed-cost.ts";
import type { Feeding } from "../growth/feeding.ts";
import { meanWeight } from "../growth/mean-weight.ts";
import { survival } from "../growth/survival.ts";
import { trustOf } from "../growth/trust.ts";
import type { Weighing } from "../growth/weighing.ts";
import type { FoundLot, LotEvent } from "../queries/find-lot.server.ts";

/** A lot's events as the growth formulas read them. */
export function historyOf(events: LotEvent[]) {
  const standing = events.filter(({ isVoided, kind }) => !isVoided && kind !== "void");
  return {
    weighings: standing.flatMap(weighingOf),
    balances: balancesOf(events),
    flows: standing.flatMap(flowOf),
    feedings: standing.flatMap(feedingOf),
  };
}

const dayOf = ({ occurredAt }: LotEvent) => chinaDay(occurredAt);
const arrives = (event: LotEvent) =>
  event.changeCount > 0 &&
  ["buy", "hatch", "stocking", "transfer", "split", "merge", "receipt"].includes(event.kind);

/** Samples, counts with a weight, and the weight fish came in with: nobody says how many of those were weighed. */
function weighingOf(event: LotEvent): Weighing[] {
  const on = dayOf(event);
  if (event.kind === "sampling" && event.meanG !== null) return [{ on, meanG: event.meanG, n: event.count }];
  if (event.kind === "count" && event.details.weighed && event.count && event.massG)
    return [{ on, meanG: event.massG / event.count, n: null }];
  return arrives(event) ? [{ on, meanG: event.changeMassG / event.changeCount, n: null }] : [];
}

/** The balance after each event that changed something. */
function balancesOf(events: LotEvent[]): Balance[] {
  let [count, massG] = [0, 0];
  return events.flatMap((event) => {
    if (event.changeCount === 0 && event.changeMassG === 0) return [];
    count += event.changeCount;
    massG += event.changeMassG;
    return [{ at: event.occurredAt, count, massG }];
  });
}

function flowOf(event: LotEvent): Flow[] {
  const { changeCount, changeMassG, kind } = event;
  const on = dayOf(event);
  if (kind === "mortality") return [{ on, massG: -changeMassG, kind: "dead" }];
  if (arrives(event)) return [{ on, massG: changeMassG, kind: "in" }];
  // What was weighed on the way out is believed; the growth it showed is part of the gain.
  if (changeCount < 0 && kind !== "count" && kind !== "emptying")
    return [{ on, massG: event.massG ?? -changeMassG, kind: "out" }];
  return [];
}

const feedingOf = (event: LotEvent): Feeding[] =>
  event.kind === "feeding" && event.fromOn && event.toOn && event.shareG
    ? [
        {
          fromOn: event.fromOn,
          toOn: event.toOn,
          massG: event.shareG,
          kind: event.feed === "fodder" ? "green" : "compound",
        },
      ]
    : [];

/** The figures of a lot, each with what it rests on; null is shown as a dash. */
export function figuresOf(lot: FoundLot, events: LotEvent[], today: string) {
  const history = historyOf(events);
  const startedOn = chinaDay(lot.startedAt);
  const lastWeighedOn =
    history.weighings
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? null;
  const putIn = sum(events, (event) => (arrives(event) ? event.changeCount : 0));
  const takenOut = sum(events, ({ changeCount, kind, isVoided }) =>
    changeCount < 0 && !isVoided && !["mortality", "count", "emptying", "void"].includes(kind)
      ? -changeCount
      : 0,
  );
  const fed = events.filter(({ kind, isVoided }) => kind === "feeding" && !isVoided);
  return {
    meanG: meanWeight(lot),
    densityKgM3: lot.form === "farmed" || lot.form === "fry" ? density(lot.massG, lot.volumeM3) : null,
    survival: lot.form === "farmed" ? survival({ putIn, alive: lot.count, takenOut }) : null,
    recapture: lot.form === "standing" && putIn > 0 ? takenOut / putIn : null,
    fcr: feedConversion(history, { fromOn: startedOn, toOn: today }),
    feed: feedCost(
      fed.map(({ shareG, massG, costFen }) => ({
        massG: shareG ?? 0,
        fenPerKg: costFen !== null && massG ? (costFen / massG) * 1000 : null,
      })),
    ),
    days: daysOfCulture(
      { stockedOn: startedOn, emptiedOn: lot.massG === 0 ? chinaDay(lot.lastEventAt) : null },
      today,
    ),
    lastWeighedOn,
    trust: trustOf(lastWeighedOn, today),
  };
}
export type LotFigures = ReturnType<typeof figuresOf>;

const sum = (events: LotEvent[], of: (event: LotEvent) => number) =>
  events.reduce((total, event) => total + of(event), 0);
