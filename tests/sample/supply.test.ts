import { expect, test } from "vitest";
import { planOn } from "./plan.ts";

test.each(["2026-09-02", "2026-11-29", "2027-01-01", "2026-06-20"])(
  "a sample of %s says nothing of days to come",
  (asOf) => {
    const { agreements, advances, lorries, processings } = planOn(asOf).supply;
    for (const { startsOn, endsOn } of agreements) expect(startsOn <= asOf && asOf <= endsOn).toBe(true);
    for (const { givenOn } of advances) expect(givenOn < asOf).toBe(true);
    for (const { fromOn, toOn, writtenOn, answer, payment } of planOn(asOf).settlements)
      expect([
        fromOn <= toOn,
        toOn < writtenOn,
        (answer?.on ?? "") <= asOf,
        (payment?.on ?? "") <= asOf,
      ]).toEqual(Array(4).fill(true));
    const end = `${asOf}T00:00:00+08:00`;
    const instants = [
      ...lorries.flatMap(({ dispatch, receipt }) => [dispatch?.occurredAt, receipt?.occurredAt]),
      ...processings.map(({ event }) => new Date("occurredAt" in event ? event.occurredAt : end)),
    ].filter((one) => one !== undefined);
    for (const instant of instants) expect(instant.getTime()).toBeLessThanOrEqual(Date.parse(end));
  },
);
