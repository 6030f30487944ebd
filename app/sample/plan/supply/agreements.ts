import { spreadMonths } from "#app/features/supply/months.ts";
import type { NewAgreement } from "#app/features/supply/queries/sign-agreements.server.ts";
import { addDays } from "#app/i18n/day.ts";
import type { Context } from "../context.ts";
import { isCooperative } from "../enterprises.ts";
import { findOrganization, known, type Organization } from "../organizations.ts";
import type { planPartnerships } from "../partnerships.ts";
import type { Random } from "../random.ts";
import type { Site } from "../sites.ts";

/** The paper is made when it is played; whose it is. */
export type PlannedAgreement = Omit<NewAgreement, "file"> & { paperId: string };

/** Fen per kg at the pond. */
const prices: Record<string, number> = {
  largemouth_bass: 3000,
  grass_carp: 1350,
  rainbow_trout: 3800,
  siberian_sturgeon: 3600,
  common_carp: 1250,
};
const fedKinds = ["pond", "earth_pond", "raceway"];
/** Sold from September to February; the months of a promise, tenths of the year's. */
const season: Record<number, number> = { 9: 1, 10: 2, 11: 2, 12: 2, 1: 2, 2: 1 };

/** The season that runs on a day: from the first of September. */
function termOf(asOf: string) {
  const year = Number(asOf.slice(0, 4)) - (asOf.slice(5) < "09-01" ? 1 : 0);
  return { startsOn: `${year}-09-01`, endsOn: addDays(`${year + 1}-09-01`, -1) };
}

/** Villages and the enterprises they work with; and a chain of three that is nobody real. */
export function planAgreements(
  context: Context,
  organizations: readonly Organization[],
  sites: readonly Site[],
  partnerships: ReturnType<typeof planPartnerships>,
  /** what an operator has ready */
  readyOf: (operatorId: string) => string | undefined,
): PlannedAgreement[] {
  const random = context.random.fork("agreements");
  const term = termOf(context.asOf);
  const byId = new Map(organizations.map((one) => [one.id, one]));
  const pairs = partnerships.flatMap(({ aId, bId, kind, toOn }) => {
    const [village, enterprise] = [byId.get(aId), byId.get(bId)];
    const fed = sites.find(({ operatorId, kind: of }) => operatorId === aId && fedKinds.includes(of));
    const species = readyOf(aId) ?? fed?.species.find((one) => one in prices);
    return toOn === null && enterprise?.kind === "enterprise" && village?.kind === "village" && species
      ? [{ supplier: village, buyer: enterprise, kind, species }]
      : [];
  });
  const [hatchery, farm, plant] = ["E02", "E05", "E08"].map((code) =>
    findOrganization(organizations, code),
  ) as [Organization, Organization, Organization];
  const chain = [
    { supplier: hatchery, buyer: farm, kind: "chain" as const, species: "grass_carp", form: "fry" as const },
    { supplier: farm, buyer: plant, kind: "chain" as const, species: readyOf(farm.id) ?? "largemouth_bass" },
  ];
  return [...pairs, ...chain].map((pair, index) =>
    agreement({ ...pair, ...term, number: index + 1 }, { context, random }),
  );
}

type Pair = {
  supplier: Organization;
  buyer: Organization;
  kind: PlannedAgreement["kind"];
  species: string;
  form?: "fry";
  startsOn: string;
  endsOn: string;
  number: number;
};

function agreement(
  { supplier, buyer, kind, species, form, startsOn, endsOn, number }: Pair,
  { context, random }: { context: Context; random: Random },
): PlannedAgreement {
  const yearKg = (form ? 4 : random.integer(20, 90)) * 100;
  const months = Array.from({ length: 12 }, (_, index) => {
    const share = form ? (index === 2 || index === 3 ? 5 : 0) : (season[index + 1] ?? 0);
    return share > 0 ? Math.round((yearKg * share) / 10) * 1000 : null;
  });
  const price = prices[species] ?? 1500;
  const isNeutral = [known.junba, known.xinhua, known.yongfeng].includes(supplier.code);
  const hasDividend = !isNeutral && !isCooperative(buyer) && random.chance(0.2);
  return {
    ...{ id: context.nextId(), code: `${startsOn.slice(0, 4)}-${String(number).padStart(3, "0")}`, kind },
    ...{ supplierId: supplier.id, buyerId: buyer.id, startsOn, endsOn, note: null },
    paperId: context.nextId(),
    version: {
      ...{
        id: context.nextId(),
        species,
        form: form ?? "farmed",
        sizeClass: form ? "10 厘米以上" : "1 斤以上",
      },
      priceKind: random.pick(["fixed", "floor_market", "floor_market"] as const),
      priceFen: form ? 6000 : Math.round((price * random.between(0.92, 1.02)) / 10) * 10,
      ...{
        rewardFen: null,
        rewardFor: null,
        waterPermille: random.pick([20, 30, 30, 50]),
        deadPermille: 1000,
      },
      paymentDays: random.pick([7, 15, 30]),
      dividendPermille: hasDividend ? 30 : null,
      dividendBasis: hasDividend ? "value" : null,
      quality: "活力好，体表无伤；用药满休药期，附承诺达标合格证。",
      gives: form ? [] : ["technique", "purchase", ...(random.chance(0.6) ? (["fry", "feed"] as const) : [])],
      months: spreadMonths(months, startsOn, endsOn),
    },
  };
}
