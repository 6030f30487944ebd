import type { Dispatch } from "#app/features/supply/shipments/queries/dispatch-shipment.server.ts";
import type { NewShipment } from "#app/features/supply/shipments/queries/plan-shipments.server.ts";
import type { Receipt } from "#app/features/supply/shipments/queries/receive-shipment.server.ts";
import { addDays } from "#app/i18n/day.ts";
import type { Context } from "../context.ts";
import { findOrganization, known, type Organization } from "../organizations.ts";
import type { planPartnerships } from "../partnerships.ts";
import type { ProductionPlan } from "../production/plan-production.ts";
import type { Site } from "../sites.ts";
import { type PlannedAgreement, planAgreements } from "./agreements.ts";
import { planProcessing } from "./processing.ts";
import { standingLots } from "./standing-lots.ts";

export type PlannedLorry = {
  shipment: NewShipment;
  askedBy: "supplier" | "buyer";
  askedOn: string;
  isConfirmed: boolean;
  dispatch?: Omit<Dispatch, "accept">;
  receipt?: Omit<Receipt, "accept">;
};

type Given = {
  organizations: readonly Organization[];
  sites: readonly Site[];
  partnerships: ReturnType<typeof planPartnerships>;
  production: ProductionPlan;
  /** waters whose fish are being treated */
  treated: readonly string[];
};

/** Agreements, what was given on credit under them, and the lorries of the last days. */
export function planSupply(context: Context, given: Given) {
  const { organizations, sites, partnerships } = given;
  const readyOf = (operatorId: string) => readyLots(context, given, operatorId)[0]?.species;
  const agreements = planAgreements(context, organizations, sites, partnerships, readyOf);
  const isExample = (id: string) => organizations.find((one) => one.id === id)?.name.startsWith("示例");
  const own = agreements.filter(({ supplierId }) => isExample(supplierId));
  const lorries = planLorries(context, given, agreements);
  return {
    agreements,
    advances: own.flatMap((agreement) => planAdvances(context, agreement)),
    lorries,
    processings: planProcessing(context, given, lorries),
  };
}
export type SupplyPlan = ReturnType<typeof planSupply>;

/** Debts are made up only of those whose name says that they are. */
function planAdvances(context: Context, { id: agreementId, startsOn }: PlannedAgreement) {
  const random = context.random.fork(`advances/${startsOn}`);
  const given = [20, 55, 90].map((days) => addDays(startsOn, days)).filter((day) => day < context.asOf);
  return given.map((givenOn) => ({
    ...{ id: context.nextId(), agreementId, givenOn, count: null, note: null },
    ...{ kind: "feed" as const, massG: random.integer(4, 12) * 500_000 },
    amountFen: random.integer(30, 90) * 10_000,
  }));
}

type Road = {
  agreement: PlannedAgreement;
  /** days before the sample's day on which it left; not yet: none */
  left?: number;
  isReceived?: boolean;
  returned?: { share: number; reason: string };
};

function planLorries(context: Context, given: Given, agreements: PlannedAgreement[]): PlannedLorry[] {
  const { organizations } = given;
  const of = (code: string) => findOrganization(organizations, code).id;
  const between = (supplierId: string, buyerId?: string) =>
    agreements.find((one) => one.supplierId === supplierId && (!buyerId || one.buyerId === buyerId));
  const junba = between(of(known.junba), of(known.yongfeng));
  const chain = between(of("E05"), of("E08"));
  const villages = agreements
    .filter(({ supplierId }) => readyLots(context, given, supplierId).length > 0)
    .filter(
      ({ supplierId }) => ![of(known.junba), of(known.xinhua), of("E05"), of("E02")].includes(supplierId),
    )
    .slice(0, 12);
  const roads: Road[] = [
    ...(junba
      ? [{ agreement: junba, left: 6, isReceived: true }, { agreement: junba, left: 1 }, { agreement: junba }]
      : []),
    ...(chain
      ? [
          { agreement: chain, left: 8, isReceived: true },
          {
            agreement: chain,
            left: 3,
            isReceived: true,
            returned: { share: 0.2, reason: "个头不足，挑出退回" },
          },
        ]
      : []),
    ...villages.map((agreement, index) => ({
      agreement,
      ...(index % 3 < 2 && { left: 2 + (index % 5), isReceived: index % 3 === 0 }),
    })),
  ];
  const used = new Set<string>();
  return roads.map((road) => lorry(context, given, road, used));
}

/** Grown enough, and not being treated. */
const readyLots = ({ asOf }: Context, { production, treated }: Given, operatorId: string) =>
  standingLots(production, operatorId, asOf).filter(
    ({ siteId, meanG }) => !treated.includes(siteId) && meanG > 100,
  );

function lorry(
  context: Context,
  given: Given,
  { agreement, ...road }: Road,
  used: Set<string>,
): PlannedLorry {
  const { asOf } = context;
  const { supplierId, buyerId, version, id: agreementId } = agreement;
  const plannedOn = addDays(asOf, road.left === undefined ? 3 : -road.left);
  const lot = readyLots(context, given, supplierId).find(
    ({ lotId, species }) => !used.has(lotId) && species === version.species,
  );
  const id = context.nextId();
  const asked = {
    shipment: {
      ...{ id, agreementId, supplierId, buyerId, purpose: "food" as const, species: version.species },
      ...{ plannedOn, plannedG: 200_000, note: null },
    },
    askedBy: "buyer" as const,
    askedOn: addDays(plannedOn, -5),
    isConfirmed: road.left !== undefined,
  };
  if (road.left === undefined || !lot) return { ...asked, isConfirmed: false };
  used.add(lot.lotId);
  const count = Math.min(Math.floor(lot.count / 5), Math.ceil(200_000 / lot.meanG));
  const massG = Math.round(count * lot.meanG);
  const transitLotId = context.nextId();
  const at = (hour: number) => new Date(Date.parse(`${plannedOn}T00:00:00+08:00`) + hour * 3_600_000);
  const dispatch = {
    ...{
      shipmentId: id,
      occurredAt: at(7),
      vehicle: `陕G·示例${id.slice(-3).toUpperCase()}`,
      waterTemperature: 12,
    },
    lines: [{ eventId: context.nextId(), lotId: lot.lotId, transitLotId, count, massG }],
  };
  const place = given.sites.find(({ operatorId, status }) => operatorId === buyerId && status === "in_use");
  if (!road.isReceived || !place) return { ...asked, dispatch };
  const plant = given.sites.find(({ operatorId, kind }) => operatorId === buyerId && kind === "plant");
  const returnedG = road.returned ? Math.round(massG * road.returned.share) : null;
  const receipt = {
    ...{
      shipmentId: id,
      siteId: (plant ?? place).id,
      occurredAt: at(11),
      reason: road.returned?.reason ?? null,
    },
    lines: [
      {
        ...{ eventId: context.nextId(), acceptedLotId: context.nextId(), returnedLotId: context.nextId() },
        ...{
          transitLotId,
          acceptedG: Math.round((massG - (returnedG ?? 0)) * 0.995),
          returnedG,
          deadG: null,
        },
      },
    ],
  };
  return { ...asked, dispatch, receipt };
}
