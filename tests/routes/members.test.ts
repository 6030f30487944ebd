import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { findOrganization } from "#app/features/members/queries/find-organization.server.ts";
import { addDays, chinaDay } from "#app/i18n/day.ts";
import {
  type Alliance,
  addOrganization,
  addPartnership,
  makeAlliance,
  townA,
  townB,
  unique,
} from "../factories.ts";
import { type Client, visitorAs } from "../requests.ts";

const today = chinaDay(new Date());
const tomorrow = addDays(today, 1);

let alliance: Alliance;
let coordinator: Client;
let town: Client;
let keeper: Client;

beforeAll(async () => {
  alliance = await makeAlliance(["village", "otherVillage", "enterprise"]);
  coordinator = await visitorAs(alliance.viewers.coordinator);
  town = await visitorAs(alliance.viewers.town);
  keeper = await visitorAs(alliance.viewers.village);
});

const register = async (id: string) => {
  const organization = await findOrganization(alliance.viewers.coordinator, id, today);
  if (!organization) throw new Error(`no organization ${id}`);
  return organization;
};
const statuses = (answers: Response[]) => answers.map(({ status }) => status);
/** What a reader sees: no tags, one space between words. */
const seen = async (answer: Response) => (await answer.text()).replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
const rows = (table: "membership" | "partnership" | "contact" | "household", id: string) =>
  database.selectFrom(table).select("id").where("id", "=", id).execute();
const audited = (subjectId: string) =>
  database.selectFrom("auditLog").select("action").where("subjectId", "=", subjectId).execute();

/** Everything the coordinator's form sends of a village as it stands. */
async function villageForm(id: string) {
  const { name, code, villageCode, townCode, stages, flags, address, note, version } = await register(id);
  return {
    kind: "village",
    stages,
    flags,
    name,
    code,
    villageCode: villageCode ?? "",
    townCode: townCode ?? "",
    address: address ?? "",
    note: note ?? "",
    version: String(version),
  };
}

test("the list of villages is narrowed by membership, town and what they operate", async () => {
  const { village, otherVillage, enterprise } = alliance.organizations;
  const never = await addOrganization(alliance.writer, "neighbour");
  await database.deleteFrom("membership").where("organizationId", "=", never.id).execute();
  const listed = async (query: string) => {
    const page = await coordinator.text(`/members?${query}`);
    return [village, otherVillage, never, enterprise].map(({ id }) => page.includes(`href="/members/${id}"`));
  };
  expect(await listed("")).toEqual([true, true, false, false]);
  expect(await listed("membership=never")).toEqual([false, false, true, false]);
  expect(await listed("membership=all")).toEqual([true, true, true, false]);
  expect(await listed(`town=${townB}`)).toEqual([false, true, false, false]);
  expect(await listed("site=pond")).toEqual([true, false, false, false]);
  expect(await listed("species=salmon")).toEqual([false, false, false, false]);
  expect(await seen(await coordinator.get("/members"))).toContain("2 个村是成员");
  expect((await coordinator.get("/members?membership=perhaps")).status).toBe(400);
});

test("an ended enterprise is in the list of the ended alone", async () => {
  const enterprise = await addOrganization(alliance.writer, "otherEnterprise");
  await database
    .updateTable("organization")
    .set({ endedOn: today })
    .where("id", "=", enterprise.id)
    .execute();
  expect(await coordinator.text("/enterprises")).not.toContain(enterprise.id);
  const list = await coordinator.text("/enterprises?ended=only");
  expect(list).toContain(enterprise.id);
  expect(list).not.toContain(alliance.organizations.enterprise.id);
  expect((await coordinator.get("/enterprises?ended=yes")).status).toBe(400);
});

test("the first page counts the members nobody can be called in, and leads to them", async () => {
  const { village, otherVillage } = alliance.organizations;
  const silent = await addOrganization(alliance.writer, "neighbour");
  await database
    .updateTable("contact")
    .set({ toOn: today })
    .where("organizationId", "=", silent.id)
    .execute();
  const first = await coordinator.text("/");
  expect(first).toContain('href="/members?gap=contact"');
  expect(await seen(await coordinator.get("/"))).toContain("1 个成员村没有联系人");
  const list = await coordinator.text("/members?gap=contact");
  expect([silent, village, otherVillage].map(({ id }) => list.includes(`/members/${id}`))).toEqual([
    true,
    false,
    false,
  ]);
  await database.deleteFrom("membership").where("organizationId", "=", silent.id).execute();
  expect(await seen(await coordinator.get("/members?gap=contact"))).toContain("没有符合条件的记录");
});

test("a village sees itself and its partners, and nothing of what a partner operates", async () => {
  const { village, otherVillage, enterprise } = alliance.organizations;
  const page = await keeper.text("/members");
  expect(page).toContain(`href="/members/${enterprise.id}"`);
  expect(page).not.toContain(otherVillage.id);
  expect(page).toContain(`href="/sites?organization=${village.id}&amp;kind=pond"`);
  expect(page).not.toContain(`/sites?organization=${enterprise.id}`);
});

test("a keeper corrects a contact; name, codes, town and marks are not his to change", async () => {
  const { village } = alliance.organizations;
  const [contact] = (await register(village.id)).contacts;
  const address = `/members/${village.id}/contacts/${contact?.id}`;
  const corrected = {
    role: "keeper",
    name: "赵改正",
    phone: "13900001111",
    version: String(contact?.version),
  };
  expect((await keeper.post(address, corrected)).status).toBe(302);
  expect((await register(village.id)).contacts).toContainEqual(
    expect.objectContaining({ id: contact?.id, name: "赵改正", phone: "13900001111" }),
  );

  const before = await register(village.id);
  const sent = {
    ...(await villageForm(village.id)),
    name: "别的村",
    townCode: townB,
    flags: [],
    address: "村委会",
  };
  expect((await keeper.post(`/members/${village.id}/edit`, sent)).status).toBe(302);
  const after = await register(village.id);
  expect(after.address).toBe("村委会");
  const { name, townCode, flags, code, villageCode } = before;
  expect(after).toMatchObject({ name, townCode, flags, code, villageCode });
});

test("a later edit of an older version is shown both values in words, and keeps what was typed", async () => {
  const { otherVillage } = alliance.organizations;
  const form = await villageForm(otherVillage.id);
  const address = `/members/${otherVillage.id}/edit`;
  const first = { ...form, townCode: townA, stages: ["sales"], note: "先写的" };
  expect((await coordinator.post(address, first)).status).toBe(302);
  const answer = await coordinator.post(address, { ...form, stages: ["breeding"], note: "后写的" });
  expect(answer.status).toBe(409);
  const text = await answer.text();
  const table = text.slice(text.indexOf("<tbody>"), text.indexOf("</tbody>"));
  for (const word of ["涧池镇", "蒲溪镇", "苗种繁育", "产品销售", "先写的", "后写的"])
    expect(table).toContain(word);
  expect(table).not.toMatch(/610921|breeding|sortKey|search/);
  expect(text).toContain(">后写的</textarea>");
  const [, version = ""] = /name="version" value="(\d+)"/.exec(text) ?? [];
  expect((await coordinator.post(address, { ...form, note: "后写的", version })).status).toBe(302);
  expect(await register(otherVillage.id)).toMatchObject({ note: "后写的", townCode: townB });
});

test("a conflict names who wrote the other value and when, to those who may know", async () => {
  const { village } = alliance.organizations;
  const form = await villageForm(village.id);
  const address = `/members/${village.id}/edit`;
  expect((await coordinator.post(address, { ...form, address: "县里写的" })).status).toBe(302);
  const late = async (client: Client, typed: string, more = {}) => {
    const answer = await client.post(address, { ...form, address: typed, ...more });
    expect(answer.status).toBe(409);
    return (await seen(answer)).match(/(\S+) 于 (\S+) \S+ 修改/)?.slice(1);
  };
  expect(await late(keeper, "村里写的")).toEqual(["另一位用户", today]);
  expect(await late(town, "镇里写的")).toEqual(["另一位用户", today]);
  expect(await late(coordinator, "再写的")).toEqual([alliance.viewers.coordinator.name, today]);

  const { version } = await register(village.id);
  const own = { ...form, address: "村里写的", version: String(version) };
  expect((await keeper.post(address, own)).status).toBe(302);
  // A later change of something else is not what the two differ in.
  const other = { ...own, note: "县里另写的", version: String(version + 1) };
  expect((await coordinator.post(address, other)).status).toBe(302);
  expect(await late(keeper, "县里写的", { note: other.note })).toEqual([
    alliance.viewers.village.name,
    today,
  ]);
});

test("a site's conflict reads as words and in mu", async () => {
  const [site] = (await addOrganization(alliance.writer, "otherVillage")).sites;
  const form = {
    ...{
      code: site?.code ?? "",
      name: site?.name ?? "",
      kind: "water_area",
      stage: "farming",
      status: "in_use",
    },
    ...{ townCode: townB, ownerId: site?.ownerId ?? "", operatorId: site?.operatorId ?? "" },
    ...{ waterBody: "reservoir", registeredAreaMu: "12.34", version: "1" },
  };
  const address = `/sites/${site?.id}/edit`;
  const first = { ...form, status: "idle", registeredAreaMu: "20.5" };
  expect((await coordinator.post(address, first)).status).toBe(302);
  const answer = await coordinator.post(address, { ...form, status: "repair" });
  expect(answer.status).toBe(409);
  const text = await answer.text();
  const table = text.slice(text.indexOf("<tbody>"), text.indexOf("</tbody>"));
  for (const word of ["闲置", "维修", "12.34", "20.5"]) expect(table).toContain(word);
  expect(table).not.toMatch(/idle|repair|M2|1366/);
});

test("a double click adds one contact, household, partnership and membership", async () => {
  const village = await addOrganization(alliance.writer, "otherVillage");
  await database.deleteFrom("membership").where("organizationId", "=", village.id).execute();
  const page = `/members/${village.id}`;
  const forms = [
    ["contact", `${page}/contacts/new`, { role: "liaison", name: "孙联系" }],
    [
      "household",
      "/households/new",
      { organizationId: village.id, code: unique().toUpperCase(), headName: "周户主" },
    ],
    [
      "partnership",
      `${page}/partnerships/new`,
      { partnerId: alliance.organizations.enterprise.id, kind: "chain", fromOn: "2025-01-01" },
    ],
    ["membership", `${page}/membership`, { intent: "join", joinedOn: "2025-01-01" }],
  ] as const;
  for (const [table, address, fields] of forms) {
    const sent = { ...fields, id: uuidv7() };
    const answers = [await coordinator.post(address, sent), await coordinator.post(address, sent)];
    expect(statuses(answers), address).toEqual([302, 302]);
    expect(await rows(table, sent.id), address).toHaveLength(1);
    // Each half of a partnership has its own entry.
    expect(await audited(sent.id), address).toHaveLength(table === "partnership" ? 2 : 1);
  }
});

test("nothing begins or ends on a day to come", async () => {
  const { village } = alliance.organizations;
  const household = village.households[0]?.id;
  const { id: partnership } = await addPartnership(
    alliance.writer,
    village.id,
    (await addOrganization(alliance.writer, "enterprise")).id,
  );
  const { headName, code } = village.households[0] ?? { headName: "", code: "" };
  const [contact] = (await register(village.id)).contacts;
  const forms: [string, Record<string, string>][] = [
    [`/members/${village.id}/membership`, { intent: "leave", leftOn: tomorrow }],
    [`/members/${village.id}/partnerships/${partnership}`, { toOn: tomorrow }],
    [
      `/members/${village.id}/contacts/${contact?.id}`,
      { role: "keeper", name: "甲", toOn: tomorrow, version: String(contact?.version) },
    ],
    [
      `/households/${household}/edit`,
      { organizationId: village.id, headName, code, endedOn: tomorrow, version: "1" },
    ],
  ];
  for (const [address, form] of forms) {
    const answer = await coordinator.post(address, form);
    expect(answer.status, address).toBe(400);
    expect(await seen(answer), address).toContain("日期不能晚于今天");
  }
});

test("an organization ends only when nothing hangs on it, leaves the lists, and can be reopened", async () => {
  const village = await addOrganization(alliance.writer, "neighbour");
  const page = `/members/${village.id}`;
  const obstacles = await seen(await coordinator.get(`${page}/end`));
  for (const reason of ["仍是联盟成员", "仍在经营场所", "名下仍有农户"]) expect(obstacles).toContain(reason);
  const end = async () =>
    coordinator.post(`${page}/end`, {
      intent: "end",
      endedOn: today,
      version: String((await register(village.id)).version),
    });
  expect((await end()).status).toBe(400);
  expect((await register(village.id)).endedOn).toBeNull();

  expect((await coordinator.post(`${page}/membership`, { intent: "leave", leftOn: today })).status).toBe(302);
  await database
    .updateTable("household")
    .set({ endedOn: today })
    .where("organizationId", "=", village.id)
    .execute();
  expect((await end()).status).toBe(400);
  await database.updateTable("site").set({ status: "ended" }).where("operatorId", "=", village.id).execute();
  expect((await end()).status).toBe(302);
  expect(await coordinator.text("/members?membership=all")).not.toContain(village.id);
  expect(await coordinator.text("/members?membership=former")).not.toContain(village.id);
  const ended = await seen(await coordinator.get("/members?membership=ended"));
  expect(ended).toContain("1 个村已终止登记");
  expect(ended).toContain(`${village.name} ${village.code.toUpperCase()} 村`);
  expect(await seen(await coordinator.get(page))).toContain(`已于 ${today} 终止登记`);
  expect(await coordinator.text("/members/export?membership=ended&format=csv")).toContain(village.name);
  expect(await coordinator.text("/enterprises?ended=only")).not.toContain(village.id);
  expect((await register(village.id)).memberships).toMatchObject([{ leftOn: today }]);

  const reopening = { intent: "reopen", version: String((await register(village.id)).version) };
  expect((await coordinator.post(`${page}/end`, reopening)).status).toBe(302);
  expect(await coordinator.text("/members?membership=former")).toContain(village.id);
});

test("legal entities follow one another, a class is corrected in its year, both with their history", async () => {
  const { id } = await addOrganization(alliance.writer, "neighbour");
  const entity = { name: "新合作社", creditCode: "", representative: "钱代表", fromOn: "2026-02-01" };
  expect((await coordinator.post(`/members/${id}/legal-entity`, { ...entity, creditCode: "X" })).status).toBe(
    400,
  );
  const first = { ...entity, version: "1" };
  expect((await coordinator.post(`/members/${id}/legal-entity`, first)).status).toBe(302);
  // The same again is a double click, another of the same version comes too late.
  expect((await coordinator.post(`/members/${id}/legal-entity`, first)).status).toBe(302);
  const late = await coordinator.post(`/members/${id}/legal-entity`, { ...first, name: "另一合作社" });
  expect(late.status).toBe(409);
  const conflict = await late.text();
  expect(conflict).toContain("新合作社");
  expect(conflict).toContain('name="version" value="2"');
  const { legalEntities } = await register(id);
  expect(legalEntities.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([
    ["2026-02-01", null],
    [null, "2026-02-01"],
  ]);
  expect((await coordinator.post(`/members/${id}/party-class`, { year: "2025", class: "1" })).status).toBe(
    302,
  );
  expect((await coordinator.post(`/members/${id}/party-class`, { year: "2025", class: "1" })).status).toBe(
    302,
  );
  expect((await register(id)).partyClasses).toEqual([{ year: 2025, class: 1 }]);
  const entries = (await audited(id)).filter(({ action }) => action === "organization.partyClassSet");
  // What the alliance was made with, and one correction: the same again is no change.
  expect(entries).toHaveLength(2);
});

test("a new village joins on the day it is given, and only a coordinator adds one", async () => {
  const id = uuidv7();
  const form = {
    ...{ id, kind: "village", name: "新设村", code: unique().toUpperCase(), villageCode: "610921101999" },
    ...{ townCode: townA, joinedOn: "2026-01-05" },
  };
  expect((await town.post("/members/new", form)).status).toBe(403);
  expect((await coordinator.post("/members/new", { ...form, villageCode: "6109" })).status).toBe(400);
  expect((await coordinator.post("/members/new", form)).status).toBe(302);
  expect((await register(id)).memberships).toMatchObject([{ joinedOn: "2026-01-05", leftOn: null }]);
  expect((await coordinator.post("/members/new", { ...form, id: uuidv7() })).status).toBe(400);
});

test("a household can't be moved into a village one has no business with", async () => {
  const { village, otherVillage } = alliance.organizations;
  const [household] = village.households;
  const sent = { headName: household?.headName ?? "", code: household?.code ?? "", version: "1" };
  const address = `/households/${household?.id}/edit`;
  expect((await town.post(address, { ...sent, organizationId: otherVillage.id })).status).toBe(403);
  expect((await keeper.post(address, { ...sent, organizationId: otherVillage.id })).status).toBe(400);
  expect((await coordinator.post(address, { ...sent, organizationId: otherVillage.id })).status).toBe(302);
});

test("the roll-up counts what the lists show", async () => {
  const { viewers } = await makeAlliance(["village", "otherVillage", "enterprise"]);
  const page = await seen(await (await visitorAs(viewers.coordinator)).get("/towns"));
  expect(page).toMatch(/2 个成员村，1 口陆基池，大水面 12\.3 亩/);
  // member villages, villages, ponds, mu, households, enterprises
  expect(page).toMatch(/涧池镇 1 1 1 0 2 1 /);
  expect(page).toMatch(/蒲溪镇 1 1 0 12\.3 2 0 /);
  expect(page).toMatch(/全县 2 2 1 12\.3 4 1 /);
});
