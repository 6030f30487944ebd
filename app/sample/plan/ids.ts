import type { Random } from "./random.ts";

/** A UUIDv7 whose random bits come from the seed instead of the machine. */
export function planId(random: Random, instant: Date) {
  const time = instant.getTime().toString(16).padStart(12, "0");
  const hex = (digits: number) =>
    random
      .integer(0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, "0");
  const variant = random.pick(["8", "9", "a", "b"]);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`;
}

/** Midnight in China: when everything of the sample is written down. */
export const beginningOf = (day: string) => new Date(`${day}T00:00:00+08:00`);

/** One id after the other, a millisecond apart from the beginning of the day, so that they sort as they were made. */
export function createIds(random: Random, asOf: string) {
  let instant = beginningOf(asOf).getTime();
  return () => planId(random, new Date(instant++));
}
