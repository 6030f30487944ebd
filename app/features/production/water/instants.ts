/** A clock that runs ahead by more is wrong. */
const aheadMs = 10 * 60 * 1000;
/** Older readings come from a clock that was never set. */
const oldestMs = 5 * 366 * 24 * 60 * 60 * 1000;

/** Why a reading of this instant is not taken; undefined when it is. */
export function faultOfInstant(at: Date, now: Date): "future" | "tooOld" | undefined {
  const ahead = at.getTime() - now.getTime();
  if (ahead > aheadMs) return "future";
  return ahead < -oldestMs ? "tooOld" : undefined;
}

/** The clock in China as a form shows and sends it: 2026-03-15T10:00. */
export const toChinaClock = (at: Date) =>
  new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 16);
