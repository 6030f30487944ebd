import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { createTiles } from "#app/api/tiles.server.ts";
import { sessionCookie } from "#app/auth/cookie.server.ts";
import { startSession } from "#app/auth/session.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { database } from "#app/database.server.ts";
import { findSiteTile } from "#app/features/sites/queries/site-tile.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { type Alliance, makeAlliance, makeSite, unique } from "../../factories.ts";
import { featuresOf, placeInTile } from "../../map/tiles.ts";

const county = { lng: 108.5, lat: 32.9 };
let alliance: Alliance;
let coordinator: Viewer;
/** What has a position and has not ended. */
let placed: ReturnType<typeof makeSite>[];

beforeAll(async () => {
  alliance = await makeAlliance(["village", "otherVillage"]);
  coordinator = alliance.viewers.coordinator;
  const { village, otherVillage } = alliance.organizations;
  const spread = Array.from({ length: 60 }, (_, i) =>
    makeSite({
      organizationId: (i % 3 ? village : otherVillage).id,
      kind: i % 4 ? "pond" : "earth_pond",
      name: `塘${unique()}`,
      registeredAreaMu: i % 5 ? null : 12.5,
      lng: county.lng + ((i * 0.618034) % 1) * 0.2,
      lat: county.lat + ((i * 0.754878) % 1) * 0.1,
    }),
  );
  const nowhere = makeSite({ organizationId: village.id, lng: null, lat: null });
  const ended = makeSite({ organizationId: village.id, status: "ended", ...county });
  await insertSites(alliance.writer, [...spread, nowhere, ended]);
  placed = [...spread, ...village.sites, ...otherVillage.sites];
});

const positionOf = ({ lng, lat }: (typeof placed)[number]) => ({ lng: Number(lng), lat: Number(lat) });
const world = { z: 0, x: 0, y: 0 };
const tileOfCounty = (z: number) => placeInTile(county, z).tile;
const countIn = (bytes: Uint8Array) =>
  featuresOf(bytes).reduce((sum, feature) => sum + Number((feature as { count?: number }).count), 0);

describe("from zoom 12 on", () => {
  test.for([12, 14, 17, 22])(
    "at zoom %i every site is a feature of its own tile, where it lies",
    async (z) => {
      const tiles = new Map(
        placed.map((site) => {
          const { tile } = placeInTile(positionOf(site), z);
          return [`${tile.x}/${tile.y}`, tile] as const;
        }),
      );
      const found = [];
      for (const tile of tiles.values()) found.push(...featuresOf(await findSiteTile(coordinator, {}, tile)));
      const expected = placed.map(({ id, kind, stage, status, name, registeredAreaMu, ...site }) => {
        const { x, y } = placeInTile({ lng: Number(site.lng), lat: Number(site.lat) }, z);
        return { id, kind, stage, status, name, ...(registeredAreaMu && { areaMu: registeredAreaMu }), x, y };
      });
      const byId = (features: object[]) =>
        new Map(features.map((feature) => [(feature as { id: string }).id, feature]));
      expect(found).toHaveLength(expected.length);
      expect(byId(found)).toEqual(byId(expected));
    },
  );

  test("a place at the very edge of a tile is in one tile, within its grid", async () => {
    const other = await makeAlliance(["village"]);
    const tile = tileOfCounty(14);
    const west = (tile.x / 2 ** 14) * 360 - 180;
    const organizationId = other.organizations.village.id;
    const justBefore = makeSite({ organizationId, lng: west - 1e-9, lat: county.lat });
    const justAfter = makeSite({ organizationId, lng: west + 1e-9, lat: county.lat });
    await insertSites(other.writer, [justBefore, justAfter]);
    const xOf = async (x: number) =>
      featuresOf(await findSiteTile(other.viewers.coordinator, {}, { ...tile, x })).map((one) => one.x);
    expect(await xOf(tile.x - 1)).toEqual([4095]);
    expect(await xOf(tile.x)).toEqual([0]);
  });

  test("a crowd of more than 20,000 comes in groups, none left out", { timeout: 60_000 }, async () => {
    const { id: allianceId, viewers, organizations } = await makeAlliance(["village"]);
    await sql`insert into site (alliance_id, id, code, name, kind, stage, status, town_code, owner_id, operator_id,
        lng, lat, cell, sort_key, search_text, search_terms, created_at, updated_at)
      select alliance_id, gen_random_uuid(), 'CROWD-' || i, name, kind, stage, status, town_code, owner_id, operator_id,
        lng, lat, cell, sort_key, search_text, '{}', created_at, updated_at
      from site, generate_series(1, 20000) i where alliance_id = ${allianceId}`.execute(database);
    const [{ lng, lat } = county] = organizations.village.sites;
    for (const z of [14, 22]) {
      const { tile } = placeInTile({ lng: Number(lng), lat: Number(lat) }, z);
      const features = featuresOf(await findSiteTile(viewers.coordinator, {}, tile));
      expect(features).toEqual([expect.objectContaining({ kind: "pond", count: 20_001 })]);
    }
  });
});

describe("below zoom 12", () => {
  test("groups add up to all sites with a position, at every zoom", async () => {
    for (let z = 0; z < 12; z++) {
      const tiles = new Map(
        placed.map((site) => {
          const { tile } = placeInTile(positionOf(site), z);
          return [`${tile.x}/${tile.y}`, tile] as const;
        }),
      );
      let sum = 0;
      for (const tile of tiles.values()) sum += countIn(await findSiteTile(coordinator, {}, tile));
      expect([z, sum]).toEqual([z, placed.length]);
    }
  });

  test("a group lies at the mean of its sites and is of the kind that most of them are", async () => {
    const other = await makeAlliance(["village"]);
    const organizationId = other.organizations.village.id;
    const at = { lng: -70.01, lat: -33.01 };
    const beside = { lng: -70.03, lat: -33.03 };
    await insertSites(other.writer, [
      makeSite({ organizationId, kind: "outlet", ...at }),
      makeSite({ organizationId, kind: "plant", ...at }),
      makeSite({ organizationId, kind: "plant", ...beside }),
    ]);
    const mean = { lng: (2 * at.lng + beside.lng) / 3, lat: (2 * at.lat + beside.lat) / 3 };
    const { tile, x, y } = placeInTile(mean, 3);
    const features = featuresOf(await findSiteTile(other.viewers.coordinator, {}, tile));
    expect(features).toEqual([{ kind: "plant", count: 3, x, y }]);
  });

  test("there are at most 32 by 32 in a tile", async () => {
    const { tile } = placeInTile(county, 9);
    const features = featuresOf(await findSiteTile(coordinator, {}, tile));
    const places = features.map(({ x = 0, y = 0 }) => `${Math.floor(x / 128)}/${Math.floor(y / 128)}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(5);
  });
});

test("a village's tiles hold its own sites only, one by one and in groups", async () => {
  const viewer = alliance.viewers.village;
  const own = placed.filter(({ operatorId }) => operatorId === alliance.organizations.village.id);
  const others = placed.filter((site) => !own.includes(site));
  expect(countIn(await findSiteTile(viewer, {}, world))).toBe(own.length);
  const tiles = placed.map((site) => placeInTile(positionOf(site), 14).tile);
  for (const tile of tiles) {
    const text = new TextDecoder().decode(await findSiteTile(viewer, {}, tile));
    for (const { id, name } of others) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(name);
    }
  }
  const stranger = await makeAlliance(["village"]);
  expect(countIn(await findSiteTile(stranger.viewers.coordinator, {}, world))).toBe(1);
});

test("the filters of lists narrow tiles as well", async () => {
  const count = async (filter: Parameters<typeof findSiteTile>[1]) =>
    countIn(await findSiteTile(coordinator, filter, world));
  expect(await count({ kind: "earth_pond" })).toBe(placed.filter(({ kind }) => kind === "earth_pond").length);
  expect(await count({ organization: alliance.organizations.otherVillage.id })).toBe(21);
  expect(await count({ status: "ended" })).toBe(1);
  expect(await count({ q: String(placed[7]?.name) })).toBe(1);
});

describe("over HTTP", () => {
  const tiles = createTiles();
  async function ask(path: string, viewer?: Viewer, headers: Record<string, string> = {}) {
    if (!viewer) return tiles.request(path, { headers });
    const account = { allianceId: viewer.allianceId, id: viewer.userId };
    const session = { remembered: false, userAgent: null, now: new Date() };
    const { token } = await startSession(account, session);
    return tiles.request(path, { headers: { cookie: sessionCookie(token, undefined), ...headers } });
  }
  const { z, x, y } = tileOfCounty(14);
  const path = `/sites/${z}/${x}/${y}.mvt`;

  test("a tile says what it is and that it is private", async () => {
    const answer = await ask("/sites/0/0/0.mvt", coordinator);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/vnd.mapbox-vector-tile");
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    expect(countIn(new Uint8Array(await answer.arrayBuffer()))).toBe(placed.length);
    const narrowed = await ask("/sites/0/0/0.mvt?kind=earth_pond&town=", coordinator);
    expect(countIn(new Uint8Array(await narrowed.arrayBuffer()))).toBe(15);
  });

  test("without a sign-in there is none", async () => {
    for (const address of [path, "/base/0/0/0"]) expect((await ask(address)).status).toBe(401);
  });

  test("what has not changed is not sent again; after a change it is", async () => {
    const other = await makeAlliance(["village"]);
    const viewer = other.viewers.coordinator;
    const first = await ask("/sites/5/25/12.mvt", viewer);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[^"]+"$/);
    const second = await ask("/sites/5/25/12.mvt", viewer, { "if-none-match": etag });
    expect([second.status, (await second.arrayBuffer()).byteLength]).toEqual([304, 0]);
    await insertSites(other.writer, [
      makeSite({ organizationId: other.organizations.village.id, ...county }),
    ]);
    const third = await ask("/sites/5/25/12.mvt", viewer, { "if-none-match": etag });
    expect(third.status).toBe(200);
  });

  test("a tile without sites is empty, and no failure", async () => {
    const answer = await ask("/sites/14/0/0.mvt", coordinator);
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 0]);
  });

  test.for([
    ["/sites/23/0/0.mvt", 400],
    ["/sites/2/4/0.mvt", 400],
    ["/sites/2/0/4.mvt", 400],
    ["/sites/a/0/0.mvt", 400],
    ["/sites/-1/0/0.mvt", 400],
    ["/sites/99999999999/0/0.mvt", 400],
    ["/sites/0/0/0.mvt?kind=whale", 400],
    ["/sites/0/0/0.mvt?colour=blue", 400],
    ["/sites/0/0/0.png", 404],
    ["/sites/0/0/0", 404],
    ["/base/0/0/0", 404],
    ["/elsewhere", 404],
  ] as const)("%s: %i", async ([address, status]) => {
    expect((await ask(address, coordinator)).status).toBe(status);
  });
});
