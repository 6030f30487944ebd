import { z } from "@hono/zod-openapi";
import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import { siteFilter } from "#app/features/sites/filter.ts";
import { findSiteTile } from "#app/features/sites/queries/site-tile.server.ts";
import { problem } from "#app/http/problem.server.ts";
import { mostZoom, type Tile } from "#app/map/cell.ts";
import { baseArchive } from "#app/map/pmtiles.server.ts";
import { filterParameters, refuseParameters } from "./parameters.server.ts";
import { type ApiEnv, authenticate } from "./request.server.ts";

const vectorTile = "application/vnd.mapbox-vector-tile";
const isInside = ({ z, x, y }: Tile) => z <= mostZoom && x < 2 ** z && y < 2 ** z;

const index = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number);
const tile = { z: index, x: index, y: index };
const siteTile = z
  .strictObject({ ...filterParameters(siteFilter), ...tile })
  .refine(isInside, { path: ["z"] });
const baseTile = z.strictObject(tile).refine(isInside, { path: ["z"] });

/** What maps ask for by zoom, column and row, for whoever is signed in. */
export function createTiles() {
  const tiles = new Hono<ApiEnv>();
  tiles.use(authenticate);

  tiles.get("/sites/:z/:x/:y{\\d+\\.mvt}", etag(), async (c) => {
    const asked = read(c, siteTile);
    if (asked instanceof Response) return asked;
    const { z, x, y, ...filter } = asked;
    const bytes = await findSiteTile(c.get("viewer"), filter, { z, x, y });
    return answer(bytes, { mediaType: vectorTile, cacheControl: "private, no-cache" });
  });

  tiles.get("/base/:z/:x/:y", async (c) => {
    if (!baseArchive) return problem(404);
    const asked = read(c, baseTile);
    if (asked instanceof Response) return asked;
    const found = await baseArchive.tile(asked);
    if (!found) return problem(404);
    return answer(found.bytes, { ...found, cacheControl: "private, max-age=86400" });
  });

  tiles.all("*", () => problem(404));
  return tiles;
}

/** The tile and the filter of an address, or the 400 that names what can't be read. */
function read<Asked extends Tile>(c: Context<ApiEnv>, schema: z.ZodType<Asked>) {
  const { y = "", ...place } = c.req.param();
  const parsed = schema.safeParse({ ...c.req.query(), ...place, y: y.replace(/\.mvt$/, "") });
  if (parsed.success) return parsed.data;
  return refuseParameters({ ...parsed, target: "query" }, c) ?? problem(400);
}

const answer = (
  bytes: Uint8Array,
  { mediaType, cacheControl }: { mediaType: string; cacheControl: string },
) =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(bytes.length),
      "Cache-Control": cacheControl,
    },
  });
