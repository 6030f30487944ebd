import { daysBetween } from "./days-between.ts";

export const trusts = ["high", "fair", "low", "none"] as const;
export type Trust = (typeof trusts)[number];

/**
 * How far a biomass or FCR can be trusted: it falls with the days since the last weighing. Under 10 high, under 20
 * fair, up to 40 low, over 40 or never weighed none.
 */
export function trustOf(lastWeighedOn: string | null, today: string): Trust {
  if (lastWeighedOn === null) return "none";
  const days = daysBetween(lastWeighedOn, today);
  if (days < 10) return "high";
  if (days < 20) return "fair";
  return days <= 40 ? "low" : "none";
}
