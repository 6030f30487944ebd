import { expect, test } from "vitest";
import { insertSites, updateSites } from "#app/features/sites/queries/write-sites.server.ts";
import { siteFields } from "#app/features/sites/schema.ts";
import { hanyin } from "#db/reference/hanyin.ts";
import { makeAlliance, makeSite, now, townA, townB } from "../factories.ts";
import { type Client, visitorAs } from "../requests.ts";

const plain = (html: string) =>
  html
    .replace(/<!--.*?-->|<script.*?<\/script>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

async function changedSite() {
  const alliance = await makeAlliance(["village", "enterprise"]);
  const { village, enterprise } = alliance.organizations;
  const writer = { viewer: alliance.viewers.coordinator, now };
  const site = makeSite({ kind: "water_area", organizationId: village.id });
  await insertSites(writer, [site]);
  const { id, ...fields } = site;
  const changed = siteFields.parse({
    ...fields,
    townCode: townB,
    operatorId: enterprise.id,
    registeredAreaMu: 20,
    status: "idle",
    noFeeding: "true",
  });
  await updateSites({ viewer: alliance.viewers.coordinator, now: new Date(now.getTime() + 1000) }, [
    { id, version: 1, fields: changed },
  ]);
  return { ...alliance, site, village, enterprise, client: await visitorAs(alliance.viewers.coordinator) };
}

test("the log says in words who changed what, before and after, and leads to the record", async () => {
  const { client, site, village, enterprise, viewers } = await changedSite();
  const html = await client.text(`/admin/audit?q=${encodeURIComponent(site.name)}`);
  const said = plain(html);
  expect(said).toContain(`${viewers.coordinator.name} 修改了场所 ${site.name}`);
  const towns = new Map(hanyin.towns.map(({ code, name }) => [code, name]));
  for (const change of [
    `所在镇 ${towns.get(townA)} → ${towns.get(townB)}`,
    `经营者 ${village.name} → ${enterprise.name}`,
    "登记面积 12.3 亩 → 20.0 亩",
    "状态 在用 → 闲置",
    "禁止投饵 — → 是",
  ])
    expect(said).toContain(change);
  expect(html).toContain(`href="/sites/${site.id}"`);
  expect(said).not.toContain("水面性质 水库 →");
});

test("filters narrow it, and pages go on where the last one ended", async () => {
  const { client, site, viewers } = await changedSite();
  const count = async (query: string) => {
    const html = await client.text(`/admin/audit?${query}`);
    return [...html.matchAll(/<time dateTime=|<time datetime=/gi)].length;
  };
  const q = `q=${encodeURIComponent(site.name)}`;
  expect(await count(q)).toBe(2);
  expect(await count(`${q}&kind=site`)).toBe(2);
  expect(await count(`${q}&kind=permit`)).toBe(0);
  expect(await count(`${q}&account=${viewers.coordinator.userId}`)).toBe(2);
  expect(await count(`${q}&account=${viewers.town.userId}`)).toBe(0);
  expect(await count(`${q}&from=2026-03-15&to=2026-03-15`)).toBe(2);
  expect(await count(`${q}&to=2026-03-14`)).toBe(0);
  for (const bad of ["kind=boat", "from=yesterday", "account=me", "after=x"])
    expect((await client.get(`/admin/audit?${bad}`)).status).toBe(400);
});

test("every entry is on one page and only one", async () => {
  const { client, viewers, organizations } = await changedSite();
  const many = Array.from({ length: 120 }, () => makeSite({ organizationId: organizations.village.id }));
  await insertSites({ viewer: viewers.coordinator, now }, many);
  const seen: string[] = [];
  for (let address: string | undefined = "/admin/audit?kind=site"; address; ) {
    const html = await client.text(address);
    seen.push(...[...html.matchAll(/href="\/sites\/([0-9a-f-]{36})"/g)].map(([, id = ""]) => id));
    address = /href="([^"]+)"[^>]*rel="next"|rel="next"[^>]*href="([^"]+)"/
      .exec(html)
      ?.slice(1)
      .find(Boolean)
      ?.replaceAll("&amp;", "&");
  }
  expect(many.filter(({ id }) => seen.filter((one) => one === id).length !== 1)).toEqual([]);
});

test("the log is the coordinator's alone, and of the own alliance", async () => {
  const { viewers, site } = await changedSite();
  const other = await visitorAs((await makeAlliance(["village"])).viewers.coordinator);
  expect(await other.text("/admin/audit")).not.toContain(site.name);
  const refused: Client[] = await Promise.all(
    [viewers.town, viewers.inspector, viewers.village, viewers.enterprise].map((viewer) => visitorAs(viewer)),
  );
  for (const client of refused) expect((await client.get("/admin/audit")).status).toBe(403);
});

test("an English page says it in English, with Chinese names marked", async () => {
  const { client, site } = await changedSite();
  await client.post("/preferences", { language: "en" });
  const html = await client.text(`/admin/audit?q=${encodeURIComponent(site.name)}`);
  expect(plain(html)).toContain(`changed the site ${site.name}`);
  const main = /<main.*<\/main>/s.exec(html)?.[0] ?? "";
  const unmarked = plain(main.replace(/<(\w+)[^>]* lang="zh"[^>]*>.*?<\/\1>/gs, ""));
  expect(unmarked).not.toMatch(/\p{Script=Han}/u);
});
