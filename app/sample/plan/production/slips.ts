import type { EventBody } from "#app/features/production/events/registry.ts";
import { addDays } from "#app/i18n/day.ts";
import type { Context } from "../context.ts";
import { planId } from "../ids.ts";
import type { Organization } from "../organizations.ts";
import type { Site } from "../sites.ts";
import type { ProductionPlan } from "./plan-production.ts";

type Death = Extract<EventBody, { kind: "mortality" }>;
type Slip = { operatorId: string; by: "operator" | { townCode: string }; event: EventBody };
type Lot = { operatorId: string; lotId: string; siteId: string; count: number; harvestedOn: string | null };

/**
 * What goes wrong at the pond, only at organizations named 示例: a record of the wrong pond, voided; dead fish typed long
 * after the last were sold, which wait to be settled; and what a town's officer wrote down for somebody.
 */
export function planSlips(
  context: Context,
  { organizations, sites }: { organizations: readonly Organization[]; sites: readonly Site[] },
  production: ProductionPlan,
) {
  const random = context.random.fork("slips");
  const { asOf } = context;
  const examples = new Set(organizations.flatMap(({ id, name }) => (name.startsWith("示例") ? [id] : [])));
  const lots = production.filter(({ operatorId }) => examples.has(operatorId)).flatMap(lotsOf);
  const died = (lot: Lot, on: string, count: number, note: string): Death => {
    const instant = new Date(Date.parse(`${on}T07:40:00+08:00`));
    return {
      ...{ kind: "mortality", id: planId(random, instant), lotId: lot.lotId, count, cause: "unknown" },
      ...{ occurredAt: instant.toISOString(), note, accept: [] },
    };
  };
  const swimming = lots.filter(({ count }) => count > 400);
  const [mistaken] = swimming;
  const reported = swimming.at(-1);
  const sold = lots
    .filter(({ count, harvestedOn }) => count === 0 && harvestedOn && harvestedOn < addDays(asOf, -5))
    .sort((a, b) => String(b.harvestedOn).localeCompare(String(a.harvestedOn)))[0];
  const slips: Slip[] = [];
  if (mistaken) {
    const wrong = died(mistaken, addDays(asOf, -4), 12, "早上捞出");
    const id = planId(random, new Date(wrong.occurredAt));
    const voided = { kind: "void" as const, id, eventId: wrong.id, reason: "池号记错了，是旁边那口池" };
    for (const event of [wrong, voided])
      slips.push({ operatorId: mistaken.operatorId, by: "operator", event });
  }
  if (sold?.harvestedOn) {
    const late = died(sold, addDays(sold.harvestedOn, -2), 26, "补记，当时忘了");
    slips.push({ operatorId: sold.operatorId, by: "operator", event: late });
  }
  const townCode = sites.find(({ id }) => id === reported?.siteId)?.townCode;
  if (reported && townCode) {
    const told = died(reported, addDays(asOf, -1), 3, "管护员来电，镇里代录");
    slips.push({ operatorId: reported.operatorId, by: { townCode }, event: told });
  }
  return slips;
}

/** Every lot that was bought in, with the fish its records leave. */
function lotsOf({ operatorId, events }: ProductionPlan[number]): Lot[] {
  const lots = new Map<string, Lot>();
  for (const event of events) {
    if (event.kind === "buy" && event.form === "farmed")
      lots.set(event.lotId, {
        ...{ operatorId, lotId: event.lotId, siteId: event.siteId },
        ...{ count: event.count, harvestedOn: null },
      });
    const lot = "lotId" in event ? lots.get(event.lotId) : undefined;
    if (!lot) continue;
    if (event.kind === "mortality" || event.kind === "harvest") lot.count -= event.count;
    if (event.kind === "harvest") lot.harvestedOn = event.occurredAt.slice(0, 10);
  }
  return [...lots.values()];
}
