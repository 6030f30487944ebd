import { program } from "#app/audit/write.server.ts";
import { insertAlliance } from "#app/auth/alliance.server.ts";
import { insertAccounts } from "#app/auth/write-accounts.server.ts";
import { insertContacts } from "#app/features/members/queries/contacts.server.ts";
import { insertHouseholds } from "#app/features/members/queries/households.server.ts";
import { insertLegalEntities, setPartyClasses } from "#app/features/members/queries/identity.server.ts";
import { insertMemberships } from "#app/features/members/queries/memberships.server.ts";
import { insertPartnerships } from "#app/features/members/queries/partnerships.server.ts";
import { insertOrganizations } from "#app/features/members/queries/write-organizations.server.ts";
import { insertPermits } from "#app/features/sites/queries/permits.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { connect, type Trx } from "#db/connection.server.ts";
import { hanyin } from "#db/reference/hanyin.ts";
import { removeSampleAlliances } from "#db/remove-sample.server.ts";
import { samplePassword } from "./password.ts";
import { beginningOf } from "./plan/ids.ts";
import { planSample, type SamplePlan } from "./plan/plan-sample.ts";
import { playHazards } from "./play-hazards.server.ts";
import { playProduction } from "./play-production.server.ts";
import { playSettlements } from "./play-settlements.server.ts";
import { playSupply } from "./play-supply.server.ts";
import { playWater } from "./play-water.server.ts";

/** Makes the sample alliance of a day in one transaction, through the same functions a page writes with. */
export async function makeSample({
  appUrl,
  asOf,
  seed = "yulian",
}: {
  appUrl: string;
  asOf: string;
  seed?: string;
}) {
  const plan = planSample({ seed, asOf, county: hanyin });
  const db = connect(appUrl, { max: 1 });
  try {
    await db.transaction().execute((trx) => play(plan, trx));
  } finally {
    await db.destroy();
  }
}

async function play(plan: SamplePlan, trx: Trx) {
  const now = beginningOf(plan.alliance.sampleAsOf);
  const writer = program(plan.alliance.id, now);
  const names = new Map(plan.organizations.map(({ id, name }) => [id, name]));
  await insertAlliance(writer, plan.alliance, trx);
  await insertOrganizations(writer, plan.organizations, trx);
  await insertLegalEntities(writer, plan.legalEntities, trx);
  await setPartyClasses(writer, plan.partyClasses, trx);
  const memberships = plan.memberships.map((one) => ({
    ...one,
    organizationName: names.get(one.organizationId) ?? "",
  }));
  await insertMemberships(writer, memberships, trx);
  await insertContacts(writer, plan.contacts, trx);
  await insertHouseholds(writer, plan.households, trx);
  await insertPartnerships(writer, plan.partnerships, trx);
  await insertSites(writer, plan.sites, trx);
  await insertPermits(writer, plan.permits, trx);
  await playProduction(plan, trx);
  const accounts = plan.accounts.map((account) => ({ ...account, password: samplePassword }));
  await insertAccounts(writer, accounts, trx);
  await playSupply(plan, trx);
  await playSettlements(plan, trx);
  await playHazards(plan, trx);
  await playWater(plan, trx);
}

/** Takes the sample out again, whatever was written into it since; only the owner of the tables can. Answers how many there were. */
export async function removeSample(ownerUrl: string) {
  const owner = connect(ownerUrl, { max: 1 });
  try {
    return await removeSampleAlliances(owner);
  } finally {
    await owner.destroy();
  }
}
