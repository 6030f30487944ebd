import { type Expression, sql } from "kysely";
import type { Viewer } from "#app/auth/viewer.ts";
import { type Db, database } from "#app/database.server.ts";
import { groupShift, type Tile, tileRange } from "#app/map/cell.ts";
import { encodePoints, type TilePoint, tileExtent } from "#app/map/vector-tile.server.ts";
import { squareMetresPerMu } from "../area.ts";
import { filteredSites, type SiteFilter } from "./list-sites.server.ts";

/** Below this zoom sites are grouped. */
const pointsFromZoom = 12;
/** 2^5 groups across a tile: 16 pixels each. */
const groupDepth = 5;
/** A tile of more points is answered in groups as well, so that none is left out. */
const pointsAtMost = 20_000;
const layer = "sites";

/**
 * The sites of one tile as a Mapbox vector tile with the layer `sites`. From zoom 12 on a feature is a site (id, kind,
 * stage, status, name, areaMu); below, and where a tile holds more than 20,000 sites, it is a group (count, and the
 * kind that most of it are) at the mean of their positions.
 */
export async function findSiteTile(viewer: Viewer, filter: SiteFilter, tile: Tile, db: Db = database) {
  const encode = (await hasPostgis(db)) ? encodeInDatabase : encodeInApp;
  if (tile.z >= pointsFromZoom) {
    const points = await encode(sitePoints(viewer, filter, tile, db), db);
    if (points.features <= pointsAtMost) return points.bytes;
  }
  return (await encode(siteGroups(viewer, filter, tile, db), db)).bytes;
}

export function sitePoints(viewer: Viewer, filter: SiteFilter, tile: Tile, db: Db): TileFeatures {
  const rows = sitesIn(viewer, filter, tile, db)
    .select([
      ...positionIn(tile, sql`site.lng`, sql`site.lat`),
      sql<string>`site.id::text`.as("id"),
      "site.kind",
      "site.stage",
      "site.status",
      "site.name",
      sql<number | null>`round(site.area_m2 / ${squareMetresPerMu}::numeric, 2)::float8`.as("areaMu"),
    ])
    .orderBy("site.cell")
    .orderBy("site.id")
    .limit(pointsAtMost + 1);
  return { rows, properties: ["id", "kind", "stage", "status", "name", "areaMu"] };
}

export function siteGroups(viewer: Viewer, filter: SiteFilter, tile: Tile, db: Db): TileFeatures {
  // Literally, or PostgreSQL could not see that what is selected is what it is grouped by.
  const area = sql<number>`site.cell >> ${sql.lit(groupShift(tile.z, groupDepth))}`;
  const kinds = sitesIn(viewer, filter, tile, db)
    .select(["site.kind", area.as("area"), sql<number>`count(*)`.as("count")])
    .select([sql<number>`sum(site.lng)`.as("lng"), sql<number>`sum(site.lat)`.as("lat")])
    .groupBy([area, "site.kind"]);
  const rows = db
    .selectFrom(kinds.as("part"))
    .select([
      ...positionIn(tile, sql`sum(lng) / sum(count)`, sql`sum(lat) / sum(count)`),
      sql<string>`(array_agg(kind order by count desc, kind))[1]`.as("kind"),
      sql<number>`sum(count)::int`.as("count"),
    ])
    .groupBy("area")
    .orderBy("area");
  return { rows, properties: ["kind", "count"] };
}

function sitesIn(viewer: Viewer, filter: SiteFilter, tile: Tile, db: Db) {
  const { from, to } = tileRange(tile);
  return filteredSites(viewer, filter, db).where("site.cell", ">=", from).where("site.cell", "<", to);
}

/**
 * Rounded to the tile's grid as ST_AsMVTGeom does it; what would round onto the far edge stays inside, because engines
 * draw a point in the one tile it lies in. Latitudes beyond the map's edge lie on it.
 */
function positionIn({ z, x, y }: Tile, lng: Expression<unknown>, lat: Expression<unknown>) {
  const world = 2 ** z * tileExtent;
  const column = sql`${lng} * ${world / 360}::float8 + ${world / 2 - x * tileExtent}::float8`;
  const row = sql`${world / 2 - y * tileExtent}::float8 - ${world / (2 * Math.PI)}::float8
    * atanh(sin(radians(least(85.0511287798066, greatest(-85.0511287798066, ${lat})))))`;
  return [onGrid(column).as("x"), onGrid(row).as("y")] as const;
}

const onGrid = (share: Expression<unknown>) =>
  sql<number>`least(${sql.lit(tileExtent - 1)}, greatest(0, round(${share})))::int`;

type TileFeatures = {
  rows: Expression<unknown> & { execute(): Promise<TilePoint[]> };
  properties: readonly string[];
};
type Encode = (features: TileFeatures, db: Db) => Promise<{ features: number; bytes: Uint8Array }>;

export const encodeInApp: Encode = async ({ rows }) => {
  const points = await rows.execute();
  return { features: points.length, bytes: encodePoints(layer, points) };
};

/** The same tile by PostGIS, which spares the rows their way to the app. */
export const encodeInDatabase: Encode = async ({ rows, properties }, db) => {
  // Raw names: the connection would spell them as columns are spelled.
  const named = properties.map((name) => sql`${sql.ref(name)} as ${sql.raw(`"${name}"`)}`);
  const answer = await sql<{ features: number; bytes: Uint8Array }>`
    select count(*)::int as features, st_asmvt(feature, ${layer}::text, ${tileExtent}::int, 'geom') as bytes
    from (select st_makepoint(x, y) as geom, ${sql.join(named)} from ${rows} as placed) as feature`.execute(
    db,
  );
  const [tile] = answer.rows;
  if (!tile) throw new Error("an aggregate without a row");
  return tile;
};

const postgisIn = new WeakMap<Db, boolean>();

/** Asked of each database once. */
async function hasPostgis(db: Db) {
  let isPresent = postgisIn.get(db);
  if (isPresent === undefined) {
    const answer = await sql<{ isPresent: boolean }>`select exists (
      select from pg_proc where proname = 'st_asmvt' and pg_function_is_visible(oid)) as is_present`.execute(
      db,
    );
    isPresent = answer.rows[0]?.isPresent ?? false;
    postgisIn.set(db, isPresent);
  }
  return isPresent;
}
