import type { EventBody } from "#app/features/production/events/registry.ts";
import { addDays } from "#app/i18n/day.ts";
import type { Context } from "../context.ts";
import { planId } from "../ids.ts";
import type { Organization } from "../organizations.ts";
import type { ProductionPlan } from "./plan-production.ts";

type Treatment = Extract<EventBody, { kind: "treatment" }>;

/**
 * Drug trouble, only at organizations named 示例: two ponds in withdrawal, one given something nobody knows, and one whose
 * course was written down only after its fish had been sold.
 */
export function planTreatments(
  context: Context,
  organizations: readonly Organization[],
  production: ProductionPlan,
) {
  const random = context.random.fork("treatments");
  const { asOf } = context;
  const isExample = (id: string) => organizations.find((one) => one.id === id)?.name.startsWith("示例");
  const own = production.filter(({ operatorId }) => isExample(operatorId));
  const fed = own.flatMap(({ operatorId, events }) => {
    const recent = events.filter(
      (event) => event.kind === "feeding" && event.occurredAt > `${addDays(asOf, -16)}T`,
    );
    const sites = recent.map((event) => (event.kind === "feeding" ? event.siteId : ""));
    return [...new Set(sites)].map((siteId) => ({ operatorId, siteId }));
  });
  const course = (siteId: string, first: string, drug: Partial<Treatment>, days: number): Treatment => {
    const instant = new Date(Date.parse(`${first}T09:30:00+08:00`));
    return {
      ...{ id: planId(random, instant), kind: "treatment", siteId, occurredAt: instant.toISOString() },
      ...{ symptom: "体表充血，吃料减少", unit: "g", appliedBy: "示例技术员", batch: "示例2601" },
      doses: Array.from({ length: days }, (_, day) => ({ on: addDays(first, day), amount: 120 })),
      accept: ["nothingThere", "offLabel", "unknownDrug", "prohibited"],
      ...drug,
    };
  };
  const known = {
    ...{ labelId: labelOn(asOf), prescriber: "示例执业兽医", prescriberKind: "veterinarian" as const },
    prescriptionNumber: "示例处方001",
  };
  const [first, second, third] = fed;
  const sold = lastSale(own, asOf);
  return [
    first && { ...first, event: course(first.siteId, addDays(asOf, -6), known, 3) },
    second && { ...second, event: course(second.siteId, addDays(asOf, -13), known, 3) },
    third && {
      ...third,
      event: course(third.siteId, addDays(asOf, -9), { drugName: "“鱼康灵”（包装无批号）" }, 2),
    },
    sold && {
      ...sold,
      event: course(sold.siteId, addDays(sold.soldOn, -4), { ...known, labelId: labelOn(sold.soldOn) }, 2),
    },
  ].filter((one) => one !== undefined);
}

/** The label changed with the year 2026. */
const labelOn = (day: string) =>
  day >= "2026-01-10" ? "enrofloxacin-powder@2026" : "enrofloxacin-powder@2011";

/** The last harvest for food that is over a week old, at a site known by its first fish. */
function lastSale(own: ProductionPlan, asOf: string) {
  for (const { operatorId, events } of own) {
    const siteOf = new Map(
      events.flatMap((event) => (event.kind === "buy" ? [[event.lotId, event.siteId]] : [])),
    );
    const sale = events.findLast(
      (event) =>
        event.kind === "harvest" && siteOf.has(event.lotId) && event.occurredAt < `${addDays(asOf, -8)}T`,
    );
    if (sale?.kind !== "harvest") continue;
    const siteId = siteOf.get(sale.lotId);
    if (siteId) return { operatorId, siteId, soldOn: sale.occurredAt.slice(0, 10) };
  }
  return undefined;
}
