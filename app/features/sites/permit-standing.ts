import { addDays } from "#app/i18n/day.ts";

/** So many days before it runs out a permit is due for renewal. */
export const permitWarningDays = 60;

export const permitStandings = ["expired", "expiring", "valid"] as const;
export type PermitStanding = (typeof permitStandings)[number];

/** How a permit stands on a day; it is good until the end of its last day, and one without a term always is. */
export function permitStanding({ expiresOn }: { expiresOn: string | null }, today: string): PermitStanding {
  if (expiresOn === null || expiresOn > addDays(today, permitWarningDays)) return "valid";
  return expiresOn < today ? "expired" : "expiring";
}
