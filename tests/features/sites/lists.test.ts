import { beforeAll, expect, test } from "vitest";
import { listOrganizations } from "#app/features/members/queries/list-organizations.server.ts";
import { listSites, type SiteFilter } from "#app/features/sites/queries/list-sites.server.ts";
import { sumSites } from "#app/features/sites/queries/sum-sites.server.ts";
import { weigh } from "#app/features/sites/queries/weigh-filter.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import type { PageKey } from "#app/http/page-key.server.ts";
import { type Alliance, makeAlliance, makeSite, today, townB, unique } from "../../factories.ts";

let alliance: Alliance;
const names = [
  "军坝村1号池",
  "军坝村2号池",
  "军坝村10号池",
  "长乐塘",
  "重庆塘",
  "ＡＢＣ塘",
  "100%塘",
  "under_score塘",
];

beforeAll(async () => {
  alliance = await makeAlliance(["village", "enterprise"]);
  const organizationId = alliance.organizations.village.id;
  const same = Array.from({ length: 23 }, (_, i) =>
    makeSite({ organizationId, name: "同名塘", code: "Y".repeat(i + 1) }),
  );
  // Codes are searched too: these, unlike random ones, hold nothing of what is searched for below.
  const named = names.map((name, i) =>
    makeSite({ organizationId, name, code: "Z".repeat(i + 1), species: ["grass_carp"] }),
  );
  const ended = makeSite({ organizationId, name: "旧塘", status: "ended" });
  const away = makeSite({ organizationId, name: "外镇塘", townCode: townB, lng: 108.7, lat: 32.8 });
  await insertSites(alliance.writer, [...same, ...named, ended, away]);
});

async function namesOf(filter: SiteFilter) {
  const { items } = await listSites(alliance.viewers.coordinator, filter, { limit: 100 });
  return items.map(({ name }) => name);
}

test.for([1, 2, 5, 7, 50])("pages of %i visit every site once, under equal names too", async (limit) => {
  const seen: string[] = [];
  let after: PageKey | undefined;
  do {
    const { items, next } = await listSites(alliance.viewers.coordinator, {}, { after, limit });
    expect(items.length).toBeLessThanOrEqual(limit);
    seen.push(...items.map(({ id }) => id));
    after = next;
  } while (after);
  const { items } = await listSites(alliance.viewers.coordinator, {}, { limit: 500 });
  expect(seen).toEqual(items.map(({ id }) => id));
  expect(new Set(seen).size).toBe(23 + names.length + 1 + 2);
});

test("a list runs by pinyin, and pond 10 comes after pond 2", async () => {
  expect(await namesOf({ q: "军坝" })).toEqual(["军坝村1号池", "军坝村2号池", "军坝村10号池"]);
});

test.for<[string, string[]]>([
  ["军坝", ["军坝村1号池", "军坝村2号池", "军坝村10号池"]],
  ["坝村1", ["军坝村1号池", "军坝村10号池"]],
  ["村 10", ["军坝村10号池"]],
  ["junba", ["军坝村1号池", "军坝村2号池", "军坝村10号池"]],
  ["JBC2", ["军坝村2号池"]],
  ["abc", ["ＡＢＣ塘"]],
  ["%", ["100%塘"]],
  ["0%", ["100%塘"]],
  ["r_s", ["under_score塘"]],
  ["_", ["under_score塘"]],
  ["军%池", []],
  ["不存在", []],
  ["'); drop table site; --", []],
])("%s finds what it should and nothing more", async ([q, expected]) => {
  expect(await namesOf({ q })).toEqual(expected);
});

test("filters narrow, and what has ended is found only when asked for", async () => {
  expect(await namesOf({ species: "grass_carp" })).toHaveLength(names.length);
  expect(await namesOf({ town: townB })).toEqual(["外镇塘"]);
  expect(await namesOf({ status: "ended" })).toEqual(["旧塘"]);
  expect(await namesOf({ bbox: [108.69, 32.79, 108.71, 32.81] })).toEqual(["外镇塘"]);
  expect(await namesOf({ kind: "pond", q: "旧塘" })).toEqual([]);
});

test("organizations are found by name, pinyin, code and village code", async () => {
  const { viewers, organizations } = alliance;
  const { village } = organizations;
  for (const q of [
    village.name,
    village.code.toLowerCase(),
    village.villageCode ?? "",
    `zuzhi${village.name.slice(2)}`,
  ]) {
    const { items } = await listOrganizations(viewers.coordinator, { q }, { today, limit: 10 });
    expect([q, items.map(({ id }) => id)]).toEqual([q, [village.id]]);
  }
});

test("a word of many names and one of few are found whole, page by page, and summed", async () => {
  const { writer, organizations, viewers } = await makeAlliance();
  const named = (name: string, many: number) =>
    Array.from({ length: many }, (_, i) =>
      makeSite({
        organizationId: organizations.village.id,
        name: `${name}${String.fromCodePoint(0x4e00 + i)}`,
        volumeM3: 31,
      }),
    );
  await insertSites(writer, [...named("清塘", 210), ...named("白潭", 3)]);
  for (const [q, many] of [
    ["清塘", 210],
    ["塘", 210],
    ["白潭", 3],
    ["没有", 0],
  ] as const) {
    const found = new Set<string>();
    for (let after: PageKey | undefined, more = true; more; ) {
      const page = await listSites(viewers.coordinator, { q }, { after, limit: 50 });
      for (const { id } of page.items) found.add(id);
      after = page.next;
      more = after !== undefined;
    }
    const { count, volumeM3, more } = await sumSites(viewers.coordinator, { q });
    expect([q, found.size, count, volumeM3, more]).toEqual([q, many, many, many * 31, false]);
  }
});

test("sums that are kept are those of the sites themselves", async () => {
  const { writer, organizations, viewers } = await makeAlliance();
  const { village, otherVillage } = organizations;
  await insertSites(writer, [
    makeSite({ organizationId: village.id, volumeM3: 31 }),
    makeSite({ organizationId: village.id, volumeM3: 40, status: "ended" }),
    makeSite({ organizationId: otherVillage.id, townCode: townB, volumeM3: 52 }),
  ]);
  for (const filter of [{}, { kind: "pond" }, { town: townB }, { kind: "pond", town: townB }] as const) {
    const { items } = await listSites(viewers.coordinator, filter, { limit: 100 });
    const volume = items.reduce((total, { volumeM3 }) => total + (volumeM3 ?? 0), 0);
    expect(await sumSites(viewers.coordinator, filter)).toMatchObject({
      count: items.length,
      volumeM3: volume,
      more: false,
    });
  }
});

test("a whole code finds its site alone, a part of one all that hold it", async () => {
  const { writer, viewers, organizations } = await makeAlliance(["village"]);
  const part = unique().toUpperCase();
  const sites = ["1", "10"].map((end) => ({
    ...makeSite({ organizationId: organizations.village.id }),
    code: `${part}-${end}`,
  }));
  await insertSites(writer, sites);
  const found = async (q: string) => {
    const filter = await weigh(viewers.village, { q });
    const { items } = await listSites(viewers.village, filter, { limit: 10 });
    return items.map(({ code }) => code).sort();
  };
  expect(await found(`${part.toLowerCase()}-1`)).toEqual([`${part}-1`]);
  expect(await found(`${part}-`)).toEqual([`${part}-1`, `${part}-10`]);
});
