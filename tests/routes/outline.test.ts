import gcoord from "gcoord";
import type { Polygon } from "geojson";
import { beforeAll, expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { findSite } from "#app/features/sites/queries/find-site.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { centreOf } from "#app/map/outline/centre.ts";
import { type Outline, outlineArea } from "#app/map/outline/outline.ts";
import { readOutline } from "#app/map/outline/read-outline.ts";
import { type Alliance, makeAlliance, makeSite } from "../factories.ts";
import { star } from "../map/stars.ts";
import { type Client, visitorAs } from "../requests.ts";

let alliance: Alliance;
let keeper: Client;

beforeAll(async () => {
  alliance = await makeAlliance(["village", "otherVillage"]);
  keeper = await visitorAs(alliance.viewers.village);
});

const around = (lng: number, lat: number, radius = 100) =>
  readOutline(star([lng, lat], Array(24).fill(radius))).outline as Polygon;
const lake = around(108.59, 32.858);

async function water(given: Record<string, unknown> = {}) {
  const { id: organizationId } = alliance.organizations.village;
  const site = makeSite({ organizationId, kind: "water_area", registeredAreaMu: undefined, ...given });
  await insertSites({ viewer: alliance.viewers.village, now: new Date() }, [site]);
  return {
    page: `/sites/${site.id}/outline`,
    standing: async () => (await findSite(alliance.viewers.coordinator, site.id)) ?? { outline: "no site" },
  };
}
const form = (outline: unknown, given: Record<string, string | Blob> = {}) => ({
  version: "1",
  outline: typeof outline === "string" ? outline : JSON.stringify(outline),
  ...given,
});

test("an outline sent is stored, with its area taken as the registered one where that is ticked", async () => {
  const { page, standing } = await water();
  expect((await keeper.post(page, form(lake))).status).toBe(302);
  expect(await standing()).toMatchObject({ outline: lake, registeredAreaM2: null, lng: null, version: 2 });
  // The second click of a double click says the same and changes nothing.
  expect((await keeper.post(page, form(lake))).status).toBe(302);
  expect(await standing()).toMatchObject({ version: 2 });
  const taken = form(lake, { version: "2", takeArea: "on", atCentre: "on" });
  expect((await keeper.post(page, taken)).status).toBe(302);
  const after = await standing();
  expect(after).toMatchObject({ ...centreOf(lake), positionSource: "map" });
  expect(
    Math.abs(Number("registeredAreaM2" in after && after.registeredAreaM2) - outlineArea(lake)),
  ).toBeLessThan(4);
});

test("what is no outline is refused at its field in words, kept, and nothing is stored", async () => {
  const { page, standing } = await water();
  const [ring = []] = lake.coordinates;
  const swapped = [ring[0], ring[2], ring[1], ...ring.slice(3)];
  const hostile: [unknown, string][] = [
    [{ type: "Polygon", coordinates: [swapped] }, "交叉或相碰"],
    [{ type: "Polygon", coordinates: [ring.slice(0, -1)] }, "没有闭合"],
    ["{", "不是 GeoJSON"],
    ["null", "不是 GeoJSON"],
    ["[".repeat(50_000), "不是 GeoJSON"],
    [{ type: "Polygon", coordinates: { __proto__: [], length: 3 } }, "不是 GeoJSON"],
    [`{"type":"Polygon","coordinates":[[${Array(5).fill("[1e400,2]")}]]}`, "不是经纬度"],
    [star([108.59, 32.858], Array(2001).fill(90)), "超过 2000"],
    ['<img src=x onerror="alert(1)">', "不是 GeoJSON"],
  ];
  for (const [outline, words] of hostile) {
    const answer = await keeper.post(page, form(outline));
    expect([answer.status, words]).toEqual([400, words]);
    const text = await answer.text();
    expect(text).toContain(words);
    expect(text).not.toContain("<img src=x");
  }
  expect((await keeper.post(page, form("x".repeat(2_000_000)))).status).toBe(413);
  expect(await standing()).toMatchObject({ outline: null, version: 1 });
});

test("two people at the same outline: the second meets both shapes, and may insist", async () => {
  const { page, standing } = await water();
  const theirs = around(108.592, 32.858, 150);
  const coordinator = await visitorAs(alliance.viewers.coordinator);
  expect((await coordinator.post(page, form(theirs))).status).toBe(302);
  const answer = await keeper.post(page, form(lake));
  expect(answer.status).toBe(409);
  const text = await answer.text();
  expect(text).toContain("保存我画的");
  for (const outline of [theirs, lake]) {
    const mu = (outlineArea(outline) / (10_000 / 15)).toFixed(1);
    expect(text).toContain(`${mu} 亩`);
    expect(text.replaceAll("\\", "")).toContain(String(outline.coordinates[0]?.[3]?.[0]));
  }
  expect(await standing()).toMatchObject({ outline: theirs, version: 2 });
  expect((await keeper.post(page, form(lake, { version: "2" }))).status).toBe(302);
  expect(await standing()).toMatchObject({ outline: lake, version: 3 });
});

test("an outline comes out of a KML file, converted from GCJ-02 once", async () => {
  const { page, standing } = await water();
  const shifted = (lake.coordinates[0] ?? []).map(([lng = 0, lat = 0]) =>
    gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02),
  );
  const far = shifted.map(([lng = 0, lat = 0]) => [lng + 0.01, lat]);
  const placemark = (name: string) =>
    `<Placemark><name>${name}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${(name === "远" ? far : shifted).join(" ")}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
  const file = (...names: string[]) =>
    new File(
      [`<kml xmlns="http://www.opengis.net/kml/2.2">${names.map(placemark).join("")}</kml>`],
      "水库.kml",
    );
  const several = await keeper.post(page, form("", { file: file("甲", "乙"), coordinates: "gcj02" }));
  expect(several.status).toBe(400);
  expect(await several.text()).toContain("1 甲 · 2 乙");
  const beyond = await keeper.post(
    page,
    form("", { file: file("甲", "乙"), coordinates: "gcj02", which: "3" }),
  );
  expect(beyond.status).toBe(400);
  const broken = await keeper.post(page, form("", { file: new File(["PK"], "a.kmz"), coordinates: "wgs84" }));
  expect(await broken.text()).toContain("KMZ 请先解压");
  const unasked = await keeper.post(page, form("", { file: file("甲") }));
  expect(unasked.status).toBe(400);
  expect(await unasked.text()).toContain("文件的坐标：请选择");
  const sent = await keeper.post(
    page,
    form("", { file: file("远", "甲"), coordinates: "gcj02", which: "2" }),
  );
  expect(sent.status).toBe(302);
  const stored = (await standing()).outline as unknown as Polygon;
  for (const [i, [lng = 0, lat = 0]] of (stored.coordinates[0] ?? []).entries()) {
    const [x = 0, y = 0] = lake.coordinates[0]?.[i] ?? [];
    expect(Math.hypot((lng - x) * 93_400, (lat - y) * 111_195)).toBeLessThan(1);
  }
});

test("far outside is refused, beyond the border, far from the village or of another size asked once", async () => {
  const [west, south, east, north] = [108.5, 32.8, 108.7, 32.95];
  const border = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const boundary = { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [border] } };
  await database.updateTable("alliance").set({ boundary }).where("id", "=", alliance.id).execute();
  const { page, standing } = await water({ registeredAreaMu: 500 });
  const far = await keeper.post(page, form(around(108.8, 32.86)));
  expect(far.status).toBe(400);
  expect(await far.text()).toContain("5 公里以上");
  const ask = async (outline: Outline, words: string[]) => {
    const answer = await keeper.post(page, form(outline));
    expect(answer.status).toBe(422);
    const text = await answer.text();
    for (const word of words) expect(text).toContain(word);
  };
  await ask(around(108.7, 32.86), ["县界以外", "10 公里", "20%"]);
  await ask(lake, ["20%"]);
  expect(await standing()).toMatchObject({ outline: null });
  expect((await keeper.post(page, form(lake, { accept: "yes" }))).status).toBe(302);
  expect(await standing()).toMatchObject({ outline: lake });
});

test("an outline is ended by its own button only", async () => {
  const { page, standing } = await water();
  await keeper.post(page, form(lake));
  const emptied = await keeper.post(page, form("", { version: "2" }));
  expect(emptied.status).toBe(400);
  expect(await emptied.text()).toContain("取消轮廓");
  expect((await keeper.post(page, { intent: "remove", version: "1" })).status).toBe(409);
  expect((await keeper.post(page, { intent: "remove", version: "2" })).status).toBe(302);
  expect(await standing()).toMatchObject({ outline: null, drawnAreaM2: null });
});

test("a pond has a point and no outline; moving it says where the point comes from", async () => {
  const { page, standing } = await water({ kind: "pond", registeredAreaMu: undefined });
  expect((await keeper.post(page, form(lake))).status).toBe(400);
  const half = await keeper.post(page, form("", { lng: "108.59" }));
  expect(half.status).toBe(400);
  const place = { lng: "108.591", lat: "32.859", positionSource: "phone" };
  expect((await keeper.post(page, form("", place))).status).toBe(302);
  expect(await standing()).toMatchObject({ lng: 108.591, lat: 32.859, positionSource: "phone" });
});

test("another village does not know of it; the inspector may only look at the site", async () => {
  const { page } = await water();
  for (const [role, status] of [
    ["otherVillage", 404],
    ["inspector", 403],
    ["otherTown", 403],
  ] as const) {
    const client = await visitorAs(alliance.viewers[role]);
    expect([role, (await client.get(page)).status]).toEqual([role, status]);
    expect([role, (await client.post(page, form(lake))).status]).toEqual([role, status]);
  }
});
