import { addDays } from "#app/i18n/day.ts";
import type { ProductionPlan } from "../production/plan-production.ts";

export type StandingLot = { lotId: string; siteId: string; species: string; count: number; meanG: number };

/** Fish are left alone this long before some are sent: nothing planned later then lacks them. */
const quietDays = 12;

/** What is left of an operator's fed lots at the end of the plan, those that nobody caught from lately. */
export function standingLots(production: ProductionPlan, operatorId: string, asOf: string): StandingLot[] {
  const lots = new Map<string, StandingLot>();
  const caught = new Set<string>();
  const events = production.find((one) => one.operatorId === operatorId)?.events ?? [];
  for (const event of events) {
    if (event.kind === "buy" && event.massG) {
      const { lotId, siteId, species, count, massG } = event;
      lots.set(lotId, { lotId, siteId, species, count, meanG: massG / count });
    }
    const lot = "lotId" in event ? lots.get(event.lotId) : undefined;
    if (!lot) continue;
    if (event.kind === "mortality") lot.count -= event.count;
    if (event.kind === "sampling") lot.meanG = event.meanG;
    if (event.kind === "harvest") {
      lot.count -= event.count;
      if (event.occurredAt > `${addDays(asOf, -quietDays)}T`) caught.add(event.lotId);
    }
  }
  return [...lots.values()].filter(({ lotId, count }) => count > 300 && !caught.has(lotId));
}
