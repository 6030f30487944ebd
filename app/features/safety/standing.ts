import type { HazardStatus } from "./kinds.ts";

export const hazardStandings = ["overdue", "open", "rectified", "closed"] as const;
export type HazardStanding = (typeof hazardStandings)[number];

/** How a hazard stands on a day. The deadline is the last good day; what waits for its check is no longer overdue. */
export const hazardStanding = (
  { status, dueOn }: { status: HazardStatus; dueOn: string },
  today: string,
): HazardStanding => (status === "open" && dueOn < today ? "overdue" : status);
