import type { EventInput } from "#app/features/production/events/registry.ts";
import type { Context } from "../context.ts";
import type { Site } from "../sites.ts";
import type { PlannedLorry } from "./plan-supply.ts";

/** A day after a plant took a whole lorry in, it is fillets, and heads that are weighed and no more. */
export function planProcessing(
  context: Context,
  { sites }: { sites: readonly Site[] },
  lorries: readonly PlannedLorry[],
): { operatorId: string; event: EventInput }[] {
  const plants = new Set(sites.flatMap(({ id, kind }) => (kind === "plant" ? [id] : [])));
  return lorries.flatMap(({ shipment, dispatch, receipt }) => {
    const [sent, arrived] = [dispatch?.lines[0], receipt?.lines[0]];
    if (!receipt || !plants.has(receipt.siteId) || !sent?.count || !arrived?.acceptedG) return [];
    // What was sent back took some of the fish along, and nobody counted how many.
    if (arrived.returnedG !== null) return [];
    const { acceptedG, acceptedLotId } = arrived;
    const event = {
      ...{ kind: "processing", id: context.nextId(), siteId: receipt.siteId },
      occurredAt: new Date(receipt.occurredAt.getTime() + 24 * 3_600_000).toISOString(),
      inputs: [{ lotId: acceptedLotId, count: sent.count, massG: acceptedG }],
      outputs: [{ lotId: context.nextId(), product: "冻鱼片", massG: Math.round(acceptedG * 0.46) }],
      byProducts: [{ product: "鱼头鱼骨", massG: Math.round(acceptedG * 0.32) }],
    } satisfies EventInput;
    return [{ operatorId: shipment.buyerId, event }];
  });
}
