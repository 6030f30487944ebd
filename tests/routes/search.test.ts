import { beforeAll, expect, test } from "vitest";
import { search } from "#app/features/overview/search.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { type Alliance, makeAlliance, makeSite, today, unique } from "../factories.ts";
import { visitorAs } from "../requests.ts";

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});

type Who = keyof Alliance["viewers"];
const kindsFound = async (who: Who, q: string) => {
  const viewer = alliance.viewers[who];
  if (!viewer) throw new Error(`no ${who}`);
  return (await search(viewer, q, today)).map(({ kind }) => kind);
};

test("members, enterprises, sites and households are found by name and code", async () => {
  const { village, enterprise } = alliance.organizations;
  expect(await kindsFound("coordinator", village.name)).toEqual(["members"]);
  expect(await kindsFound("coordinator", village.code)).toEqual(["members"]);
  expect(await kindsFound("coordinator", enterprise.name)).toEqual(["enterprises"]);
  expect(await kindsFound("coordinator", village.sites[0]?.code ?? "")).toEqual(["sites"]);
  expect(await kindsFound("coordinator", village.households[0]?.headName ?? "")).toEqual(["households"]);
  expect(await kindsFound("coordinator", unique())).toEqual([]);
});

test("sites are found by pinyin and its initials", async () => {
  const { writer, organizations, viewers } = alliance;
  await insertSites(writer, [makeSite({ organizationId: organizations.village.id, name: "观音河水库" })]);
  for (const typed of ["观音", "guanyinhe", "gyhsk"]) {
    const [group] = await search(viewers.coordinator, typed, today);
    expect(group?.hits[0]).toMatchObject({ name: "观音河水库", place: organizations.village.name });
  }
});

test("nobody finds what is not shown to them", async () => {
  const { village, otherVillage } = alliance.organizations;
  const household = village.households[0]?.headName ?? "";
  expect(await kindsFound("village", household)).toEqual(["households"]);
  for (const who of ["otherVillage", "enterprise", "otherTown", "inspector"] as const) {
    expect([who, await kindsFound(who, household)]).toEqual([who, []]);
  }
  expect(await kindsFound("village", otherVillage.name)).toEqual([]);
  expect(await kindsFound("village", otherVillage.sites[0]?.name ?? "")).toEqual([]);
  expect(await kindsFound("enterprise", village.name)).toEqual(["members"]);
  expect(await kindsFound("otherEnterprise", village.name)).toEqual([]);
});

test("of many a few are shown, with the way to the rest", async () => {
  const { writer, organizations, viewers } = alliance;
  const name = unique();
  const sites = Array.from({ length: 12 }, (_, index) =>
    makeSite({ organizationId: organizations.village.id, name: `${name} ${index + 1}` }),
  );
  await insertSites(writer, sites);
  const [group] = await search(viewers.coordinator, name, today);
  expect(group?.hits).toHaveLength(8);
  expect(group?.more).toBe(`/sites?q=${name}`);
});

test("the page answers without a script, keeps what was typed and says when nothing was found", async () => {
  const coordinator = await visitorAs(alliance.viewers.coordinator);
  const { village } = alliance.organizations;
  const found = await coordinator.text(`/search?q=${encodeURIComponent(village.name)}`);
  expect(found).toContain(`href="/members/${village.id}"`);
  const nothing = unique();
  const empty = await coordinator.text(`/search?q=${nothing}`);
  expect(empty).toContain(`没有找到“${nothing}”`);
  expect(empty).toContain(`value="${nothing}"`);
  expect((await coordinator.get(`/search?q=${"x".repeat(61)}`)).status).toBe(400);
  for (const odd of ["%25", "_", "\\", "'", "<script>", "   "]) {
    expect((await coordinator.get(`/search?q=${encodeURIComponent(odd)}`)).status).toBe(200);
  }
});
