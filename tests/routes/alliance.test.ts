import { beforeEach, expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { type Alliance, makeAlliance, unique } from "../factories.ts";
import { type Client, visitorAs } from "../requests.ts";

let alliance: Alliance;
let coordinator: Client;
beforeEach(async () => {
  alliance = await makeAlliance(["village"]);
  coordinator = await visitorAs(alliance.viewers.coordinator);
});

const square = (lng: number, lat: number, size = 0.1) => [
  [lng, lat],
  [lng + size, lat],
  [lng + size, lat + size],
  [lng, lat + size],
  [lng, lat],
];
const polygon = (...rings: number[][][]) => ({ type: "Polygon", coordinates: rings });
const feature = (geometry: unknown) => JSON.stringify({ type: "Feature", properties: {}, geometry });
const stands = () =>
  database
    .selectFrom("alliance")
    .select(["name", "boundary", "version"])
    .where("id", "=", alliance.viewers.coordinator.allianceId)
    .executeTakeFirstOrThrow();
const save = (given: Record<string, string | Blob>) =>
  coordinator.post("/admin/alliance", { system: "wgs84", ...given });

test("a coordinator corrects name and boundary; pages, bounds of positions and the log follow", async () => {
  const { name: old, version } = await stands();
  const name = `联盟${unique()}`;
  const file = new File([feature(polygon(square(108.2, 32.7, 0.6)))], "县界.geojson");
  expect((await save({ name, file, version: String(version) })).status).toBe(302);
  const after = await stands();
  expect(after).toMatchObject({ name, version: version + 1 });
  expect(after.boundary).toMatchObject({ type: "Feature", geometry: { type: "Polygon" } });
  const page = await coordinator.text("/admin/alliance");
  expect(page).toContain(`<span lang="zh">${name}</span>`);
  expect(page).toMatch(/现有县界 3,7\d\d\.\d 平方公里，4 个点/);
  const log = await coordinator.text("/admin/audit?kind=alliance");
  for (const text of ["修改了联盟", old, name]) expect(log).toContain(text);
  expect(log).not.toContain("108.8");

  const entry = await database
    .selectFrom("auditLog")
    .select("after")
    .where("action", "=", "alliance.changed")
    .where("allianceId", "=", alliance.viewers.coordinator.allianceId)
    .executeTakeFirstOrThrow();
  expect(entry.after).toMatchObject({ outline: { type: "Polygon" }, boundaryPoints: 4 });
});

test("without file and text the boundary stays; GCJ-02 is converted once", async () => {
  const pasted = feature(polygon(square(108.5, 32.8)));
  expect((await save({ name: "一", pasted, system: "gcj02", version: "1" })).status).toBe(302);
  const { boundary } = await stands();
  const [lng = 0] =
    (boundary as { geometry: { coordinates: number[][][] } }).geometry.coordinates[0]?.[0] ?? [];
  expect(lng).toBeLessThan(108.499);
  expect(lng).toBeGreaterThan(108.49);
  expect((await save({ name: "二", version: "2" })).status).toBe(302);
  expect(await stands()).toMatchObject({ name: "二", boundary, version: 3 });
});

test("an edit of an older version shows both names, and stores nothing", async () => {
  expect((await save({ name: "先", version: "1" })).status).toBe(302);
  const late = await save({ name: "后", version: "1" });
  expect(late.status).toBe(409);
  const text = await late.text();
  expect(text).toContain("先");
  expect(text).toContain('value="后"');
  expect(await stands()).toMatchObject({ name: "先", version: 2 });
  const again = /name="version" value="(\d+)"/.exec(text)?.[1];
  expect((await save({ name: "后", version: String(again) })).status).toBe(302);
});

test.each([
  ["text that is no GeoJSON", "一个县", "这里读到 0 个"],
  [
    "two boundaries",
    JSON.stringify({
      type: "FeatureCollection",
      features: [108.1, 108.5].map((lng) => JSON.parse(feature(polygon(square(lng, 32.8))))),
    }),
    "这里读到 2 个",
  ],
  [
    "a line over itself",
    feature(
      polygon([
        [108, 32],
        [109, 33],
        [109, 32],
        [108, 33],
        [108, 32],
      ]),
    ),
    "自相交或重叠，在 108.5, 32.5 附近",
  ],
  ["latitude first", feature(polygon(square(32.8, 108.5))), "先经度后纬度"],
  [
    "too many points",
    feature(
      polygon(
        Array.from({ length: 5002 }, (_, i) => [
          108 + Math.cos((i % 5001) / 796),
          32 + Math.sin((i % 5001) / 796),
        ]),
      ),
    ),
    "最多 5000 个点",
  ],
])("%s is refused with the reason, and the name typed is kept", async (_, pasted, reason) => {
  const answer = await save({ name: "新名", pasted, version: "1" });
  expect(answer.status).toBe(400);
  const text = await answer.text();
  expect(text).toContain(reason);
  expect(text).toContain('value="新名"');
  expect(await stands()).toMatchObject({ version: 1 });
});
