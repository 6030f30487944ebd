import type { AlarmState } from "./kinds.ts";

/** How a reading stands to one rule: past the alarm, back on the safe side of the recovery, or between the two. */
export type Verdict = "bad" | "good" | "between";

/** `value` in the unit of the rule; null where there is no figure, as with a power failure. */
export type Judgement = { at: Date; value: number | null; verdict: Verdict };

export type AlarmFacts = {
  state: AlarmState;
  raisedAt: Date;
  /** the last bad reading */
  lastAt: Date;
  recoveredAt: Date | null;
  worst: number | null;
  /** how often it sounded */
  times: number;
  closedAt: Date | null;
};

/** So long after it recovered, or was closed while still bad, an alarm does not sound again. */
export const quietMs = 30 * 60 * 1000;
/** So long after the last bad reading nobody can say that it is still the same trouble: it sounds again. */
const sameTroubleMs = 24 * 60 * 60 * 1000;

const newer = (a: Date, b: Date | null) => b === null || a.getTime() > b.getTime();
const since = (at: Date, from: Date) => at.getTime() - from.getTime();

/**
 * What a series of readings makes of the alarm of one kind at one site, in the order they were measured. `standing` is
 * the alarm that is not closed, or the last that was. Judging a reading twice changes nothing. Answers the alarms that
 * come out, the last of which is the standing one: one that was there is changed, the others are new.
 */
export function followAlarm(
  standing: AlarmFacts | undefined,
  judgements: readonly Judgement[],
  worse: (a: number, b: number) => boolean,
) {
  const alarms = standing ? [standing] : [];
  for (const judgement of judgements.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const last = alarms.at(-1);
    const next = judgement.verdict === "bad" ? sound(last, judgement, worse) : settle(last, judgement);
    if (next === last || next === undefined) continue;
    if (last && next.raisedAt.getTime() === last.raisedAt.getTime()) alarms[alarms.length - 1] = next;
    else alarms.push(next);
  }
  return alarms;
}

function sound(
  last: AlarmFacts | undefined,
  { at, value }: Judgement,
  worse: (a: number, b: number) => boolean,
): AlarmFacts {
  if (last === undefined || (last.closedAt !== null && soundsAfresh(last, at))) {
    return {
      state: "open",
      raisedAt: at,
      lastAt: at,
      recoveredAt: null,
      worst: value,
      times: 1,
      closedAt: null,
    };
  }
  if (last.closedAt !== null) return last;
  const isWorse = value !== null && (last.worst === null || worse(value, last.worst));
  const isNews = newer(at, last.lastAt);
  if (!isWorse && !isNews) return last;
  const fellAgain = isNews && last.recoveredAt !== null && newer(at, last.recoveredAt);
  const soundsAgain =
    (fellAgain && last.recoveredAt !== null && since(at, last.recoveredAt) > quietMs) ||
    since(at, last.lastAt) > sameTroubleMs;
  return {
    ...last,
    worst: isWorse ? value : last.worst,
    lastAt: isNews ? at : last.lastAt,
    recoveredAt: fellAgain ? null : last.recoveredAt,
    state: soundsAgain ? "open" : last.state,
    times: last.times + (soundsAgain ? 1 : 0),
  };
}

/** A closed alarm is over once the water had recovered; one that was closed before that is quiet for a while. */
function soundsAfresh({ closedAt, recoveredAt, lastAt }: AlarmFacts, at: Date) {
  if (closedAt === null || !newer(at, closedAt) || !newer(at, lastAt)) return false;
  return (recoveredAt !== null && newer(at, recoveredAt)) || since(at, closedAt) > quietMs;
}

function settle(last: AlarmFacts | undefined, { at, verdict }: Judgement) {
  const isOver = verdict === "good" && last && last.recoveredAt === null && newer(at, last.lastAt);
  return isOver ? { ...last, recoveredAt: at } : last;
}
