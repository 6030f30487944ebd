import type * as z from "zod";
import { addDays } from "#app/i18n/day.ts";
import type { EventInput } from "../events/registry.ts";
import { labelOn } from "./labels.ts";
import type { treatmentForm } from "./schema.ts";

/** The event that a typed course is. Without a time it begins with its day: whatever left on that day was treated. */
export function treatmentBody(
  { drugId, firstOn, firstAt, doses, daysApart, amount, ...typed }: z.output<typeof treatmentForm>,
  siteId: string,
): EventInput {
  return {
    ...typed,
    ...{ kind: "treatment", siteId, occurredAt: `${firstOn}T${firstAt ?? "00:00"}:00+08:00` },
    labelId: drugId && (labelOn(drugId, firstOn)?.id ?? drugId),
    doses: Array.from({ length: doses }, (_, index) => ({
      on: addDays(firstOn, index * daysApart),
      amount,
    })),
  };
}

/** Where the form has what the event calls otherwise. */
export const treatmentFields: Record<string, string> = {
  labelId: "drugId",
  doses: "firstOn",
  occurredAt: "firstOn",
};
