import { daysBetween } from "./days-between.ts";

/** Feed given over a period of days, both included; green fodder (草) is not compound feed. */
export type Feeding = { fromOn: string; toOn: string; massG: number; kind: "compound" | "green" };
/** The days after the first up to and including the last. */
export type Period = { after: string; until: string };

/** Share of a feeding that lies in a period, its feed taken as given evenly by the day. */
export function shareWithin({ fromOn, toOn }: Feeding, { after, until }: Period) {
  const first = fromOn > after ? daysBetween(fromOn, toOn) + 1 : daysBetween(after, toOn);
  const late = toOn > until ? daysBetween(until, toOn) : 0;
  return Math.max(0, first - late) / (daysBetween(fromOn, toOn) + 1);
}
