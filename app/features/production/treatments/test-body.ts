import type * as z from "zod";
import { chinaDay } from "#app/i18n/day.ts";
import type { EventInput } from "../events/registry.ts";
import type { testForm } from "./schema.ts";

/** The event that a typed test is: of today it is now, of another day from its beginning, or since there is the lot. */
export function testBody(
  { sampledOn, items, ...typed }: Omit<z.output<typeof testForm>, "report" | "reportId">,
  { now, lotStartedAt }: { now: Date; lotStartedAt: Date | undefined },
): EventInput {
  const beginning = new Date(`${sampledOn}T00:00:00+08:00`);
  const sampledAt =
    lotStartedAt && chinaDay(lotStartedAt) === sampledOn && lotStartedAt > beginning
      ? lotStartedAt
      : beginning;
  return {
    ...typed,
    kind: "test",
    occurredAt: (sampledOn === chinaDay(now) ? now : sampledAt).toISOString(),
    items: items.flatMap((row) =>
      row?.item !== undefined && row.result !== undefined
        ? [{ item: row.item, limit: row.limit, result: row.result, passed: row.passed === "yes" }]
        : [],
    ),
  };
}
