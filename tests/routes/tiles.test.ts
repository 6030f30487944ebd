import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { makeAlliance, makeSite } from "../factories.ts";
import { featuresOf, placeInTile } from "../map/tiles.ts";
import { roles } from "./access-table.ts";
import { visitorsOf } from "./visitors.ts";

test("everybody who is signed in gets the world's tile, of what they may see; nobody else does", async () => {
  const alliance = await makeAlliance();
  const visitors = await visitorsOf(alliance);
  const counts: Record<string, number> = {};
  for (const role of roles) {
    const answer = await visitors[role].get("/tiles/sites/0/0/0.mvt");
    expect([role, answer.status]).toEqual([role, role === "none" ? 401 : 200]);
    if (role === "none") continue;
    const features = featuresOf(new Uint8Array(await answer.arrayBuffer())) as { count?: number }[];
    counts[role] = features.reduce((sum, { count = 0 }) => sum + count, 0);
  }
  const all = Object.values(alliance.organizations).flatMap(({ sites }) => sites).length;
  expect(counts).toEqual({
    coordinator: all,
    town: all,
    otherTown: all,
    inspector: all,
    village: 1,
    otherVillage: 1,
    enterprise: 1,
    otherEnterprise: 1,
    otherCounty: 1,
  });
});

test("tiles keep their own caching, and what is no tile is a problem document", async () => {
  const { coordinator } = await visitorsOf(await makeAlliance());
  const address = "/tiles/sites/0/0/0.mvt";
  const plain = await coordinator.get(address);
  // Not worth packing.
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(plain.headers.get("cache-control")).toBe("private, no-cache");
  expect(plain.headers.get("x-content-type-options")).toBe("nosniff");
  const again = await coordinator.fetch(address, {
    headers: { "if-none-match": plain.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
  for (const [path, status] of [
    ["/tiles/sites/0/0/1.mvt", 400],
    ["/tiles/base/0/0/0", 404],
    ["/tiles/nothing", 404],
  ] as const) {
    const answer = await coordinator.get(path);
    expect([path, answer.status, answer.headers.get("content-type")]).toEqual([
      path,
      status,
      "application/problem+json; charset=utf-8",
    ]);
  }
});

test("a tile of many sites is packed", async () => {
  const alliance = await makeAlliance();
  const organizationId = alliance.organizations.village.id;
  const place = { lng: 108.5, lat: 32.9 };
  await insertSites(
    alliance.writer,
    Array.from({ length: 40 }, () => makeSite({ organizationId, ...place })),
  );
  const { coordinator } = await visitorsOf(alliance);
  const { tile } = placeInTile(place, 14);
  const answer = await coordinator.fetch(`/tiles/sites/14/${tile.x}/${tile.y}.mvt`, {
    headers: { "accept-encoding": "gzip" },
  });
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect(featuresOf(gunzipSync(new Uint8Array(await answer.arrayBuffer())))).toHaveLength(40);
});
