import { addDays } from "#app/i18n/day.ts";
import type { Context } from "../context.ts";
import type { Organization } from "../organizations.ts";
import { findOrganization } from "../organizations.ts";
import type { PlannedAgreement } from "./agreements.ts";
import type { PlannedLorry, SupplyPlan } from "./plan-supply.ts";

export type PlannedSettlement = {
  id: string;
  agreementId: string;
  supplierId: string;
  buyerId: string;
  fromOn: string;
  toOn: string;
  /** by the buyer */
  writtenOn: string;
  /** the supplier's; with a reason it disputes the fish */
  answer?: { id: string; on: string; reason?: string };
  /** of all that is to be paid */
  payment?: { id: string; on: string };
};

/** What was received is settled the day after: with most villages confirmed and paid; trouble only between the made-up. */
export function planSettlements(
  context: Context,
  organizations: readonly Organization[],
  { agreements, lorries }: Pick<SupplyPlan, "agreements" | "lorries">,
): PlannedSettlement[] {
  const { asOf } = context;
  const chain = chainOf(organizations, agreements);
  const received = agreements.flatMap((agreement) => {
    const days = lorries
      .filter(({ shipment, receipt }) => receipt && shipment.agreementId === agreement.id)
      .map(({ shipment }) => shipment.plannedOn);
    return days.length > 0 && agreement !== chain ? [{ agreement, on: days.toSorted()[0] as string }] : [];
  });
  const calm = received.flatMap(({ agreement, on }, index) => {
    const writtenOn = addDays(on, 1);
    if (writtenOn >= asOf || on < agreement.startsOn) return [];
    // The last waits for an answer.
    const isAnswered = index < received.length - 1;
    return [
      {
        ...statement(context, agreement, { fromOn: agreement.startsOn, toOn: on, writtenOn }),
        ...(isAnswered && {
          answer: { id: context.nextId(), on: writtenOn },
          payment: { id: context.nextId(), on: writtenOn },
        }),
      },
    ];
  });
  return [...calm, ...(chain ? planTrouble(context, chain, lorries) : [])];
}

const chainOf = (organizations: readonly Organization[], agreements: readonly PlannedAgreement[]) => {
  const [farm, plant] = ["E05", "E08"].map((code) => findOrganization(organizations, code).id);
  return agreements.find(({ supplierId, buyerId }) => supplierId === farm && buyerId === plant);
};

/** Feed that was larger than the fish goes over; then a scale that nobody believes. */
function planTrouble(context: Context, chain: PlannedAgreement, lorries: readonly PlannedLorry[]) {
  const { asOf } = context;
  const first = lorries.find(({ shipment, receipt }) => receipt && shipment.agreementId === chain.id);
  const on = first?.shipment.plannedOn;
  if (!on) return [];
  const cut = addDays(on, -5);
  const debt = { fromOn: chain.startsOn, toOn: cut, writtenOn: addDays(cut, 1) };
  // Nothing was given yet where the season has just begun.
  const hasDebt = cut > addDays(chain.startsOn, 20);
  const fish = {
    fromOn: hasDebt ? addDays(cut, 1) : chain.startsOn,
    toOn: on,
    writtenOn: addDays(on, 1),
  };
  if (fish.fromOn > fish.toOn || fish.writtenOn >= asOf) return [];
  return [
    ...(hasDebt
      ? [
          {
            ...statement(context, chain, debt),
            answer: { id: context.nextId(), on: addDays(debt.writtenOn, 1) },
          },
        ]
      : []),
    {
      ...statement(context, chain, fish),
      answer: {
        ...{ id: context.nextId(), on: fish.writtenOn },
        reason: "两边过秤差得多，要求复核（示例）",
      },
    },
  ];
}

const statement = (
  context: Context,
  { id: agreementId, supplierId, buyerId }: PlannedAgreement,
  period: { fromOn: string; toOn: string; writtenOn: string },
) => ({ id: context.nextId(), agreementId, supplierId, buyerId, ...period });
