import { Refused } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { chinaDay } from "#app/i18n/day.ts";

/** Whoever is a member, partner or contact "today" is so by a missing last day: nothing begins or ends tomorrow. */
export function refuseFuture({ now }: Writer, field: string, day: string | null | undefined) {
  if (day && day > chinaDay(now)) throw new Refused(field, "members:error.future");
}
