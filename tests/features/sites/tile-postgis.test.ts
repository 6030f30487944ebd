import { sql } from "kysely";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "#app/database.server.ts";
import {
  encodeInApp,
  encodeInDatabase,
  findSiteTile,
  siteGroups,
  sitePoints,
} from "#app/features/sites/queries/site-tile.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import type { Tile } from "#app/map/cell.ts";
import { migrate } from "#db/migrate.server.ts";
import { type Alliance, makeAlliance, makeSite } from "../../factories.ts";
import { featuresOf, placeInTile } from "../../map/tiles.ts";

/** An empty database with the extension; the embedded PostgreSQL has none. */
const url = vi.hoisted(() => {
  const given = process.env.TEST_POSTGIS_URL;
  if (given) process.env.DATABASE_URL = given;
  return given;
});
if (!url)
  console.log("tiles by PostGIS are not compared: TEST_POSTGIS_URL names no database that has the extension");

describe.skipIf(!url)("PostGIS and the app make the same tiles", () => {
  let alliance: Alliance;
  const places = Array.from({ length: 200 }, (_, i) => ({
    lng: 108.5 + ((i * 0.618034) % 1) * 0.2,
    lat: 32.9 + ((i * 0.754878) % 1) * 0.1,
  }));

  beforeAll(async () => {
    await migrate(url ?? "");
    alliance = await makeAlliance(["village"]);
    const organizationId = alliance.organizations.village.id;
    const sites = places.map((place, i) =>
      makeSite({ organizationId, registeredAreaMu: i % 3 ? 0.01 * i : null, ...place }),
    );
    await insertSites(alliance.writer, sites);
  });

  /** The tiles that hold these places, each once. */
  const tilesAt = (z: number) => [
    ...new Map(
      places.map((place) => placeInTile(place, z).tile).map((tile) => [`${tile.x}/${tile.y}`, tile]),
    ).values(),
  ];
  const sorted = (features: object[]) =>
    features.map((one) => JSON.stringify(Object.entries(one).sort())).sort();

  test.for([0, 6, 9, 11, 12, 14, 18, 22])("at zoom %i", async (z) => {
    const viewer = alliance.viewers.coordinator;
    for (const tile of tilesAt(z)) {
      const features = (z < 12 ? siteGroups : sitePoints)(viewer, {}, tile, database);
      const here = await encodeInApp(features, database);
      const there = await encodeInDatabase(features, database);
      expect(there.features).toBe(here.features);
      expect(sorted(featuresOf(there.bytes))).toEqual(sorted(featuresOf(here.bytes)));
      expect(await findSiteTile(viewer, {}, tile)).toEqual(there.bytes);
    }
  });

  test("positions are those of ST_AsMVTGeom", async () => {
    for (const z of [0, 5, 12, 16, 22])
      for (const place of places) {
        const { tile, x, y } = placeInTile(place, z);
        expect(await positionByPostgis(place, tile)).toEqual({ x, y });
      }
  });

  async function positionByPostgis({ lng, lat }: { lng: number; lat: number }, { z, x, y }: Tile) {
    const answer = await sql<{ x: number; y: number }>`
      select least(4095, st_x(geom))::int as x, least(4095, st_y(geom))::int as y
      from (select st_asmvtgeom(st_transform(st_setsrid(st_makepoint(${lng}::float8, ${lat}::float8), 4326), 3857),
        st_tileenvelope(${z}::int, ${x}::int, ${y}::int), 4096, 0, true) as geom) as placed`.execute(
      database,
    );
    return answer.rows[0];
  }

  test("a tile without sites is empty", async () => {
    const { features, bytes } = await encodeInDatabase(
      sitePoints(alliance.viewers.coordinator, {}, { z: 14, x: 0, y: 0 }, database),
      database,
    );
    expect([features, bytes.length]).toEqual([0, 0]);
  });
});
