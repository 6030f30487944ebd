import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedMeans, safeMean } from "#app/features/production/treatments/day-mean.ts";
import { expectedRange } from "#app/features/production/treatments/expected-water.ts";
import { labelOn, prohibitedIn, selectable } from "#app/features/production/treatments/labels.ts";
import {
  type Carrier,
  type Course,
  countCourse,
  expectedOn,
  type Passage,
} from "#app/features/production/treatments/withdrawal.ts";
import { addDays } from "#app/i18n/day.ts";

const swims = (lotId: string, more: Partial<Carrier> = {}): Carrier => ({
  ...{ lotId, siteId: lotId, isAlive: true, isTreated: true },
  ...more,
});
const course = (more: Partial<Course> = {}): Course => ({
  ...{ lastDoseOn: "2026-06-01", degreeDays: 500, days: null, carriers: [swims("a")], passages: [] },
  ...more,
});
const passage = (parentId: string, childId: string, on: string): Passage => ({
  ...{ parentId, childId, on, at: Date.parse(on) },
});
const always = (warmth: number) => () => warmth;
const endOf = (lotId: string, given: Course, meanOf: (site: string, day: string) => number, today: string) =>
  countCourse(given, { meanOf, today }).get(lotId)?.endedOn;

describe("500 degree-days", () => {
  // The day of the last dose does not count: day 1 is 2 June, and the fish are fit on the day after the last.
  test.for([
    [25, 20],
    [20, 25],
    [10, 50],
  ] as const)("at %i °C are %i days", ([warmth, days]) => {
    const lastDay = addDays("2026-06-01", days);
    expect(endOf("a", course(), always(warmth), lastDay)).toBeNull();
    expect(endOf("a", course(), always(warmth), addDays(lastDay, 1))).toBe(addDays(lastDay, 1));
    expect(
      expectedOn(
        { degreeDays: 500, days: null },
        { reached: { degreeDays: 0, days: 0 }, countedTo: "2026-06-01" },
        always(warmth),
      ),
    ).toBe(addDays(lastDay, 1));
  });

  test("and 30 days: the later of both ends it", () => {
    const both = course({ days: 30 });
    expect(endOf("a", both, always(25), "2026-07-20")).toBe("2026-07-02");
    expect(endOf("a", both, always(10), "2026-07-25")).toBe("2026-07-22");
  });
});

describe("where the fish swam", () => {
  test("what a parent reached goes along, and the day of the passage is that of the colder water", () => {
    // 2–10 June at 25 °C: 225; 11 June, the day of the transfer, at 10; 12–28 June: 17 days at 10 = 170; in all 405.
    const moved = course({
      carriers: [swims("a"), swims("b", { isTreated: false })],
      passages: [passage("a", "b", "2026-06-11")],
    });
    const meanOf = (site: string) => (site === "a" ? 25 : 10);
    const counted = countCourse(moved, { meanOf, today: "2026-06-29" });
    expect(counted.get("b")?.reached.degreeDays).toBe(9 * 25 + 10 + 17 * 10);
    expect(counted.get("a")?.endedOn).toBe("2026-06-22");
    expect(counted.get("b")?.endedOn).toBeNull();
  });

  test("dead fish count nothing, and are never fit", () => {
    const caught = course({
      carriers: [swims("a"), swims("h", { isTreated: false, isAlive: false })],
      passages: [passage("a", "h", "2026-06-11")],
    });
    const counted = countCourse(caught, { meanOf: always(25), today: "2027-06-01" });
    expect(counted.get("h")).toMatchObject({ reached: { degreeDays: 225, days: 9 }, endedOn: null });
  });

  test("fish that were fit when they were caught stay fit", () => {
    const caught = course({
      carriers: [swims("a"), swims("h", { isTreated: false, isAlive: false })],
      passages: [passage("a", "h", "2026-06-25")],
    });
    expect(endOf("h", caught, always(25), "2026-07-01")).toBe("2026-06-25");
  });

  test("on the way they count nothing, and go on counting where they arrive", () => {
    const sent = course({
      carriers: [
        swims("a"),
        swims("t", { isTreated: false, isAlive: false }),
        swims("b", { isTreated: false }),
      ],
      passages: [passage("a", "t", "2026-06-11"), passage("t", "b", "2026-06-11")],
    });
    const counted = countCourse(sent, { meanOf: always(25), today: "2026-06-13" });
    expect(counted.get("b")?.reached).toEqual({ degreeDays: 9 * 25 + 25, days: 10 });
  });

  test("of what is mixed the least counts", () => {
    const mixed = course({
      carriers: [swims("a"), swims("b"), swims("c", { isTreated: false })],
      passages: [passage("a", "c", "2026-06-05"), passage("b", "c", "2026-06-11")],
    });
    const meanOf = (site: string) => (site === "b" ? 5 : 20);
    expect(countCourse(mixed, { meanOf, today: "2026-06-12" }).get("c")?.reached.degreeDays).toBe(9 * 5 + 5);
  });
});

describe("a day's mean is on the safe side", () => {
  const one = (day: string, c: number) => ({ day, n: 1, sumC: c, minC: c, maxC: c });

  test("minimum and maximum where they are known, else the reading less 1 °C", () => {
    expect(safeMean(one("2026-06-01", 26))).toBe(25);
    expect(safeMean({ day: "2026-06-01", n: 2, sumC: 46, minC: 20, maxC: 26 })).toBe(23);
    expect(safeMean({ day: "2026-06-01", n: 2, sumC: 52, minC: 25.8, maxC: 26.2 })).toBe(25);
    expect(safeMean({ day: "2026-06-01", n: 24, sumC: 24 * 21, minC: 20, maxC: 26 })).toBe(21);
    expect(safeMean(one("2026-01-01", 0.5))).toBe(0);
  });

  test("a missing day is the lower neighbour less 2 °C, after seven such days nothing", () => {
    const mean = countedMeans([one("2026-06-01", 26), one("2026-06-03", 24), one("2026-06-20", 26)]);
    expect(mean("2026-06-02")).toBe(23 - 2);
    expect(mean("2026-06-10")).toBe(23 - 2);
    expect(mean("2026-06-11")).toBe(0);
    expect(mean("2026-06-19")).toBe(0);
    expect(mean("2026-05-31")).toBe(0);
  });

  test("a gap counts only once a reading closes it", () => {
    expect(countedMeans([one("2026-06-01", 26)])("2026-06-02")).toBe(0);
  });
});

describe("for any water", () => {
  const warmths = fc.array(fc.integer({ min: 0, max: 35 }), { minLength: 120, maxLength: 120 });
  const indexOf = (day: string) => (Date.parse(day) - Date.parse("2026-06-02")) / 86_400_000;
  const read = (all: number[]) => (_: string, day: string) => all[indexOf(day)] ?? 0;

  test("colder days never end it earlier, and the end is the first day on which the sum is there", () => {
    fc.assert(
      fc.property(warmths, fc.integer({ min: 0, max: 119 }), (all, at) => {
        const colder = all.map((c, day) => (day === at ? Math.max(0, c - 5) : c));
        const today = addDays("2026-06-02", 120);
        const end = endOf("a", course(), read(all), today) ?? "9";
        expect((endOf("a", course(), read(colder), today) ?? "9") >= end).toBe(true);
        const sum = (days: number) => all.slice(0, days).reduce((total, c) => total + c, 0);
        const first = Array.from({ length: 121 }, (_, days) => days).find((days) => sum(days) >= 500);
        expect(end).toBe(first === undefined ? "9" : addDays("2026-06-02", first));
      }),
    );
  });

  test("whoever takes the fish elsewhere gains nothing over the warmer of both waters", () => {
    fc.assert(
      fc.property(warmths, warmths, fc.integer({ min: 1, max: 100 }), (a, b, day) => {
        const moved = course({
          carriers: [swims("a"), swims("b", { isTreated: false })],
          passages: [passage("a", "b", addDays("2026-06-02", day))],
        });
        const meanOf = (site: string, on: string) => read(site === "a" ? a : b)(site, on);
        const warmer = (_: string, on: string) => Math.max(meanOf("a", on), meanOf("b", on));
        const today = addDays("2026-06-02", 120);
        const end = endOf("b", moved, meanOf, today) ?? "9";
        expect(end >= (endOf("a", course(), warmer, today) ?? "9")).toBe(true);
      }),
    );
  });

  test("the expected days come in their order, and never before yesterday's count allows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 0, max: 499 }),
        fc.constantFrom("pond", "water_area", "raceway"),
        (day, degreeDays, kind) => {
          const so = { reached: { degreeDays, days: 3 }, countedTo: addDays("2026-01-01", day) };
          const { from, to } = expectedRange(kind, { degreeDays: 500, days: null }, so);
          expect(from !== null && to !== null && from <= to && from > so.countedTo).toBe(true);
        },
      ),
    );
  });
});

describe("the drugs", () => {
  test("that are prohibited have no label and can't be chosen, and are named however they are typed", () => {
    expect(selectable.every(({ labels }) => labels.length > 0)).toBe(true);
    expect(labelOn("malachite-green", "2026-01-01")).toBeUndefined();
    expect(prohibitedIn("用了点 孔雀石 绿")?.id).toBe("malachite-green");
    expect(prohibitedIn("Furazolidone 10%")?.id).toBe("nitrofurans");
    expect(prohibitedIn("食盐")).toBeUndefined();
    // 氟苯尼考 is none, though 氯霉素's name stands in the law beside it
    expect(selectable.filter(({ nameZh, nameEn }) => prohibitedIn(nameZh) || prohibitedIn(nameEn))).toEqual(
      [],
    );
  });

  test("keep every version of their labels", () => {
    expect(labelOn("enrofloxacin-powder", "2025-12-31")?.id).toBe("enrofloxacin-powder@2011");
    expect(labelOn("enrofloxacin-powder", "2026-01-01")?.id).toBe("enrofloxacin-powder@2026");
    expect(labelOn("enrofloxacin-powder", "2010-01-01")).toBeUndefined();
  });
});
