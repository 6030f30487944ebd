import { expect, test } from "vitest";
import { findOrganization } from "#app/features/members/queries/find-organization.server.ts";
import { findSite } from "#app/features/sites/queries/find-site.server.ts";
import { makeAlliance, today } from "../../factories.ts";

test("what a page shows of a site or an organization has the names the code uses", async () => {
  const { organizations, viewers } = await makeAlliance();
  const site = await findSite(viewers.coordinator, organizations.village.sites[0]?.id ?? "");
  expect(site?.statuses).toEqual([{ fromOn: today, status: "in_use" }]);
  const village = await findOrganization(viewers.coordinator, organizations.village.id, today);
  expect(village?.memberships).toMatchObject([{ joinedOn: "2024-05-01", leftOn: null }]);
  expect(village?.legalEntities[0]).toMatchObject({ creditCode: null, fromOn: null, toOn: null });
  expect(village?.contacts.map(({ role }) => role)).toEqual(["keeper", "liaison"]);
});
