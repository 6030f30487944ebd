import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { insertHouseholds } from "#app/features/members/queries/households.server.ts";
import { householdFields } from "#app/features/members/schema.ts";
import { findSite } from "#app/features/sites/queries/find-site.server.ts";
import { countSitesOfHouseholds } from "#app/features/sites/queries/household-sites.server.ts";
import { listSites } from "#app/features/sites/queries/list-sites.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { makeAlliance, makeSite, unique } from "../../factories.ts";

async function makeHouseholdSite() {
  const { writer, organizations, viewers } = await makeAlliance(["village", "otherVillage"]);
  const code = unique().toUpperCase();
  const fields = householdFields.parse({
    organizationId: organizations.village.id,
    code,
    headName: "张示例",
  });
  await insertHouseholds(writer, [{ id: uuidv7(), ...fields }]);
  const site = {
    ...makeSite({ kind: "earth_pond", organizationId: organizations.village.id }),
    householdCode: code,
  };
  await insertSites(writer, [site]);
  return { writer, organizations, viewers, code, site };
}

test("a household's pond leads from the household to the pond and back, for those whose concern it is", async () => {
  const { viewers, code, site } = await makeHouseholdSite();
  const found = await listSites(viewers.village, { household: code }, { limit: 10 });
  expect(found.items.map(({ id }) => id)).toEqual([site.id]);
  expect(await countSitesOfHouseholds(viewers.village, [code, "NONE"])).toEqual(new Map([[code, 1]]));
  expect((await findSite(viewers.village, site.id))?.householdCode).toBe(code);
  expect(await countSitesOfHouseholds(viewers.otherVillage, [code])).toEqual(new Map());
  expect((await listSites(viewers.otherVillage, { household: code }, { limit: 10 })).items).toEqual([]);
});

test("a household of another village, or of none, is refused at its field", async () => {
  const { writer, organizations, code } = await makeHouseholdSite();
  const elsewhere = makeSite({ kind: "earth_pond", organizationId: organizations.otherVillage.id });
  for (const householdCode of [code, "NO-SUCH"])
    await expect(insertSites(writer, [{ ...elsewhere, householdCode }])).rejects.toMatchObject({
      field: "householdCode",
      message: "error.household",
    });
});
