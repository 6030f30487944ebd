import { planAccounts } from "./accounts.ts";
import { planContacts } from "./contacts.ts";
import { type County, createContext } from "./context.ts";
import { planEnterprises } from "./enterprises.ts";
import { planFacilities } from "./facilities.ts";
import { planEarthPonds, planRiceFields } from "./fields.ts";
import { planHazards } from "./hazards.ts";
import { planHouseholds } from "./households.ts";
import { planLegalEntities } from "./legal-entities.ts";
import { planMemberships } from "./memberships.ts";
import { planPartnerships } from "./partnerships.ts";
import { planPartyClasses } from "./party-classes.ts";
import { planPermits } from "./permits.ts";
import { planPonds } from "./ponds.ts";
import { planProduction } from "./production/plan-production.ts";
import { planSlips } from "./production/slips.ts";
import { planTreatments } from "./production/treatments.ts";
import { planRaceways } from "./raceways.ts";
import { createSites } from "./sites.ts";
import { planIncome } from "./supply/income.ts";
import { planSupply } from "./supply/plan-supply.ts";
import { planSettlements } from "./supply/settlements.ts";
import { planVillages } from "./villages.ts";
import { planWater } from "./water.ts";
import { planWaters } from "./waters.ts";

export type SamplePlan = ReturnType<typeof planSample>;

/** Everything the sample alliance consists of, as a function of a seed, a day and the county it is set in. */
export function planSample({ seed, asOf, county }: { seed: string; asOf: string; county: County }) {
  const context = createContext({ seed, asOf, county });
  const alliance = {
    id: context.nextId(),
    countyCode: county.code,
    countyName: county.name,
    name: `${county.name}生态渔业产业链联盟`,
    boundary: {
      type: "Feature" as const,
      properties: { code: county.code, name: county.name },
      geometry: county.boundary,
    },
    sampleAsOf: asOf,
  };
  const villages = planVillages(context);
  const { members, joinedOn, memberships } = planMemberships(context, villages);
  const founders = planEnterprises(context);
  const enterprises = founders.map(({ organization }) => organization);

  const makeSite = createSites(context);
  // Large outlines first: what is small finds its place between them.
  const waters = planWaters(context, makeSite, members, enterprises);
  const ponds = planPonds(context, makeSite, members, enterprises, joinedOn);
  const sites = [
    ...ponds,
    ...waters,
    ...planRiceFields(context, makeSite, members),
    ...planEarthPonds(context, makeSite, members),
    ...planRaceways(context, makeSite, members, enterprises),
    ...planFacilities(context, makeSite, enterprises),
  ];
  const organizations = [
    ...villages.map((village) =>
      joinedOn.has(village.id) ? { ...village, stages: ["farming" as const] } : village,
    ),
    ...enterprises,
  ];
  const production = planProduction(context, sites);
  const plan = {
    alliance,
    organizations,
    legalEntities: planLegalEntities(context, villages, founders),
    partyClasses: planPartyClasses(context, members),
    memberships,
    contacts: planContacts(context, members, enterprises),
    households: planHouseholds(context, members, joinedOn),
    partnerships: planPartnerships(context, members, enterprises, joinedOn),
    sites,
    permits: planPermits(context, organizations, sites),
    production,
    treatments: planTreatments(context, organizations, production),
    slips: planSlips(context, { organizations, sites }, production),
    accounts: planAccounts(context, organizations),
  };
  const hazards = planHazards(context, organizations, sites, plan.contacts);
  const water = planWater(context, organizations, sites);
  const supply = planSupply(context, {
    ...{ organizations, sites, production, partnerships: plan.partnerships },
    treated: plan.treatments.map(({ siteId }) => siteId),
  });
  return {
    ...{ ...plan, ...hazards, water, supply },
    settlements: planSettlements(context, organizations, supply),
    income: planIncome(context, plan.households, supply.agreements),
  };
}
