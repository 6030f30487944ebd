import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTiles } from "#app/api/tiles.server.ts";
import { sessionCookie } from "#app/auth/cookie.server.ts";
import { startSession } from "#app/auth/session.server.ts";
import { openArchive } from "#app/map/pmtiles.server.ts";
import { mapSettings } from "#app/map/settings.server.ts";
import { makeAlliance } from "../factories.ts";
import { featuresOf } from "./tiles.ts";

/** Files that stand before the settings are read. */
const { folder, raster, picture } = await vi.hoisted(async () => {
  const { mkdtempSync, writeFileSync } = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const { TileType } = await import("pmtiles");
  const { encodePoints } = await import("#app/map/vector-tile.server.ts");
  const { archiveOf } = await import("./pmtiles.ts");
  const folder = mkdtempSync(join(tmpdir(), "yulian-tiles-"));
  const vector = join(folder, "vector.pmtiles");
  const raster = join(folder, "raster.pmtiles");
  const picture = Uint8Array.from({ length: 300 }, (_, index) => index);
  const metadata = {
    vector_layers: [{ id: "sites", fields: {} }, { id: "roads" }],
    attribution: '<a href="https://example.org">© Example</a>',
  };
  const tile = encodePoints("sites", [{ x: 1, y: 2, name: "水库" }]);
  writeFileSync(vector, archiveOf({ tile, metadata }));
  writeFileSync(raster, archiveOf({ tile: picture, type: TileType.Png }));
  process.env.MAP_PMTILES = vector;
  return { folder, raster, picture };
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a file of the operator", () => {
  const tiles = createTiles();
  let cookie: string;
  beforeAll(async () => {
    const { id: allianceId, viewers } = await makeAlliance(["village"]);
    const session = { remembered: false, userAgent: null, now: new Date() };
    const { token } = await startSession({ allianceId, id: viewers.village.userId }, session);
    cookie = sessionCookie(token, undefined);
  });

  test("is described to the pages with a map", async () => {
    expect((await mapSettings()).pmtiles).toEqual({
      kind: "vector",
      layers: ["sites", "roads"],
      minZoom: 0,
      maxZoom: 0,
      attribution: "© Example",
    });
  });

  test("is answered by the tile, unpacked, to whoever is signed in", async () => {
    const answer = await tiles.request("/base/0/0/0", { headers: { cookie } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/vnd.mapbox-vector-tile");
    expect(answer.headers.get("cache-control")).toBe("private, max-age=86400");
    expect(featuresOf(new Uint8Array(await answer.arrayBuffer()))).toEqual([{ x: 1, y: 2, name: "水库" }]);
    expect((await tiles.request("/base/0/0/0")).status).toBe(401);
  });

  test.for([
    ["/base/1/0/0", 404],
    ["/base/0/1/0", 400],
    ["/base/0/0/x", 400],
    ["/base/23/0/0", 400],
    ["/base/0/0/0?kind=pond", 400],
  ] as const)("%s: %i", async ([path, status]) => {
    expect((await tiles.request(path, { headers: { cookie } })).status).toBe(status);
  });
});

test("a raster archive without words about itself", async () => {
  const archive = openArchive(raster);
  expect(await archive.describe()).toEqual({
    kind: "raster",
    layers: [],
    minZoom: 0,
    maxZoom: 0,
    attribution: null,
  });
  expect(await archive.tile({ z: 0, x: 0, y: 0 })).toEqual({ bytes: picture, mediaType: "image/png" });
  expect(await archive.tile({ z: 1, x: 0, y: 0 })).toBeUndefined();
});
