import { describe, expect, test } from "vitest";
import { hazardStanding } from "#app/features/safety/standing.ts";
import { takeStep } from "#app/features/safety/steps.ts";
import { addDays } from "#app/i18n/day.ts";
import { isKnown } from "#app/sample/plan/organizations.ts";
import { draws, organizationsById } from "./plan.ts";

describe.each(draws.map((draw) => [draw.alliance.sampleAsOf, draw] as const))(
  "hazards as of %s",
  (day, draw) => {
    const organizations = organizationsById(draw);
    const sites = new Map(draw.sites.map((site) => [site.id, site]));
    const found = draw.inspections.flatMap(({ siteId, inspectedOn, hazards }) =>
      hazards.map((hazard) => {
        const operator = organizations.get(sites.get(siteId)?.operatorId ?? "");
        const steps = draw.hazardSteps.filter(({ hazardId }) => hazardId === hazard.id);
        let state: Parameters<typeof takeStep>[0] = {
          status: "open",
          foundOn: inspectedOn,
          dueOn: hazard.dueOn,
          rectifiedOn: null,
          closedOn: null,
          lastOn: inspectedOn,
        };
        for (const step of steps) {
          const next = takeStep(state, step);
          if ("reason" in next) throw new Error(`${step.kind} on ${step.happenedOn}: ${next.reason}`);
          state = next;
        }
        return { ...hazard, operator, steps, standing: hazardStanding(state, day), foundOn: inspectedOn };
      }),
    );
    const standing = (one: string) => found.filter((hazard) => hazard.standing === one);

    test("18 months of inspections, some with hazards, nearly all closed, two overdue", () => {
      expect(draw.inspections.length).toBeGreaterThan(190);
      const days = draw.inspections.map(({ inspectedOn }) => inspectedOn).sort();
      expect(String(days.at(-1)) <= day).toBe(true);
      expect(String(days[0]) < addDays(day, -500)).toBe(true);
      expect(found.length).toBeGreaterThan(50);
      expect(standing("overdue")).toHaveLength(2);
      expect(standing("open").length).toBeGreaterThanOrEqual(3);
      expect(standing("rectified").length).toBeGreaterThanOrEqual(1);
      expect(standing("closed").length / found.length).toBeGreaterThan(0.75);
      for (const { steps } of found) for (const step of steps) expect(step.happenedOn <= day).toBe(true);
    });

    test("what is grave, late or was sent back is nobody's who exists; the known ones have only small, closed ones", () => {
      for (const { operator, severity, standing, steps } of found) {
        const isTrouble =
          severity === "major" || standing === "overdue" || steps.some(({ kind }) => kind === "sent_back");
        if (isTrouble) expect(operator?.name).toMatch(/^示例/);
        if (operator && isKnown(operator)) expect(standing).toBe("closed");
      }
    });

    test("every hazard is of an item that failed, on a site that stood on that day", () => {
      for (const { siteId, inspectedOn, items, hazards } of draw.inspections) {
        const failed = items.flatMap(({ result }, index) => (result === "failed" ? [index + 1] : []));
        expect(hazards.map(({ item }) => item)).toEqual(failed);
        expect(String(sites.get(siteId)?.statuses[0]?.fromOn) <= inspectedOn).toBe(true);
      }
    });
  },
);
