import * as fc from "fast-check";
import { expect, test } from "vitest";
import { itemsOf, linesOf } from "#app/features/safety/checklist.ts";
import { defaultLines, inLanguage } from "#app/features/safety/default-checklists.ts";
import { stepKinds } from "#app/features/safety/kinds.ts";
import { daysOf, monthsBefore } from "#app/features/safety/month.ts";
import { hazardStanding } from "#app/features/safety/standing.ts";
import { type Step, takeStep } from "#app/features/safety/steps.ts";
import { siteKinds } from "#app/features/sites/kinds.ts";
import { addDays } from "#app/i18n/day.ts";

const found = {
  status: "open" as const,
  foundOn: "2026-03-10",
  dueOn: "2026-03-20",
  rectifiedOn: null,
  closedOn: null,
  lastOn: "2026-03-10",
};
type Hazard = Extract<ReturnType<typeof takeStep>, { status: unknown }>;

function after(...steps: Step[]) {
  return steps.reduce<Hazard>((hazard, step) => {
    const next = takeStep(hazard, step);
    if ("reason" in next) throw new Error(`${step.kind}: ${next.reason}`);
    return next;
  }, found);
}
const refusal = (hazard: Hazard, step: Step) => {
  const next = takeStep(hazard, step);
  return "reason" in next ? [next.field, next.reason] : undefined;
};

test("found, rectified, sent back with a new deadline, rectified again, closed", () => {
  const rectified = after({ kind: "rectified", happenedOn: "2026-03-12" });
  expect(rectified).toMatchObject({ status: "rectified", rectifiedOn: "2026-03-12", closedOn: null });
  const back = after(
    { kind: "rectified", happenedOn: "2026-03-12" },
    { kind: "sent_back", happenedOn: "2026-03-13", dueOn: "2026-03-25" },
  );
  expect(back).toMatchObject({ status: "open", dueOn: "2026-03-25", rectifiedOn: null });
  const closed = after(
    { kind: "rectified", happenedOn: "2026-03-12" },
    { kind: "sent_back", happenedOn: "2026-03-13", dueOn: "2026-03-25" },
    { kind: "rectified", happenedOn: "2026-03-14" },
    { kind: "closed", happenedOn: "2026-03-15" },
  );
  expect(closed).toMatchObject({ status: "closed", rectifiedOn: "2026-03-14", closedOn: "2026-03-15" });
});

test("nothing is closed that was not put right, nothing happens to what is closed", () => {
  expect(refusal(found, { kind: "closed", happenedOn: "2026-03-12" })).toEqual(["", "safety:error.movedOn"]);
  const closed = after(
    { kind: "rectified", happenedOn: "2026-03-12" },
    { kind: "closed", happenedOn: "2026-03-12" },
  );
  for (const kind of stepKinds) {
    const step = { kind, happenedOn: "2026-04-01", dueOn: "2026-05-01" };
    expect([kind, refusal(closed, step)]).toEqual([kind, ["", "safety:error.movedOn"]]);
  }
});

test("a step is not before the one it follows; a note or more time in between does not stand in the way", () => {
  const [field, reason] = refusal(found, { kind: "rectified", happenedOn: "2026-03-09" }) ?? [];
  expect(field).toBe("happenedOn");
  expect(reason).toContain("2026-03-10");
  const later = after(
    { kind: "extended", happenedOn: "2026-03-18", dueOn: "2026-03-30" },
    { kind: "noted", happenedOn: "2026-03-19" },
    { kind: "rectified", happenedOn: "2026-03-11" },
  );
  expect(later).toMatchObject({ status: "rectified", dueOn: "2026-03-30" });
});

test("more time and sending back need a deadline that has not passed when they are given", () => {
  for (const dueOn of [undefined, "2026-03-17"]) {
    const step = { kind: "extended" as const, happenedOn: "2026-03-18", dueOn };
    expect(refusal(found, step)).toEqual(["dueOn", "safety:error.deadline"]);
  }
});

test("the deadline is the last good day, and what waits for its check is not overdue", () => {
  expect(hazardStanding(found, "2026-03-20")).toBe("open");
  expect(hazardStanding(found, "2026-03-21")).toBe("overdue");
  expect(hazardStanding({ ...found, status: "rectified" }, "2026-04-21")).toBe("rectified");
});

test("whatever steps are tried, standing and days stay true to each other", () => {
  const step = fc.record({
    kind: fc.constantFrom(...stepKinds),
    happenedOn: fc.integer({ min: -3, max: 30 }).map((days) => addDays(found.lastOn, days)),
    dueOn: fc.integer({ min: -3, max: 60 }).map((days) => addDays(found.lastOn, days)),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let hazard: Hazard = found;
      for (const one of steps) {
        const next = takeStep(hazard, one);
        if ("reason" in next) continue;
        expect(next.lastOn >= hazard.lastOn).toBe(true);
        hazard = next;
        expect(hazard.rectifiedOn === null).toBe(hazard.status === "open");
        expect(hazard.closedOn !== null).toBe(hazard.status === "closed");
        if (hazard.closedOn) expect(hazard.closedOn >= String(hazard.rectifiedOn)).toBe(true);
        expect(hazard.dueOn >= found.foundOn).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("a checklist is read as it is typed", () => {
  const lines = linesOf("\r\n ＃用电 \n配电箱\n\n# \n#  水\r\n水质 \n");
  expect(lines).toEqual(["# 用电", "配电箱", "# 水", "水质"]);
  expect(itemsOf(lines)).toEqual([
    { heading: "用电", text: "配电箱" },
    { heading: "水", text: "水质" },
  ]);
  expect(itemsOf(["先", "# 后"])).toEqual([{ heading: null, text: "先" }]);
});

test("every kind of site has a list, each line once and in both languages", () => {
  for (const kind of siteKinds) {
    const lines = defaultLines(kind);
    const items = itemsOf(lines);
    expect(items.length).toBeGreaterThanOrEqual(5);
    expect(new Set(lines).size).toBe(lines.length);
    for (const { heading, text } of items)
      for (const words of [heading ?? "", text])
        expect(inLanguage(words, "en")).not.toMatch(/\p{Script=Han}/u);
  }
  expect(inLanguage("我们自己的一项", "en")).toBe("我们自己的一项");
});

test("months have their days, also in leap years and over the turn of the year", () => {
  expect(daysOf("2028-02")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(daysOf("2026-12")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  expect(monthsBefore("2026-02-15", 3)).toEqual(["2026-02", "2026-01", "2025-12"]);
});
