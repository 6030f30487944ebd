import { getConnInfo } from "@hono/node-server/conninfo";
import type { ServerBuild } from "@remix-run/node";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import { sql } from "kysely";
import { createApi } from "./api/app.server.ts";
import { createTiles } from "./api/tiles.server.ts";
import { database } from "./database.server.ts";
import { failurePage, isDatabaseAway } from "./http/failure.server.ts";
import { createLoadContext } from "./http/load-context.server.ts";
import { logError } from "./http/log.server.ts";
import { refuseForeignWrites } from "./http/origin.server.ts";
import { refuseOverload } from "./http/overload.server.ts";
import { packAnswers } from "./http/pack.server.ts";
import { createPageHandler } from "./http/page-handler.server.ts";
import { problem } from "./http/problem.server.ts";
import { setSecurityHeaders } from "./http/security-headers.server.ts";

const megabyte = 1024 * 1024;
/** A form is small; pages that take a file, or one for each hazard that is found, say so by their address. */
const limits = { ordinary: megabyte, withFile: 12 * megabyte, withFiles: 48 * megabyte };
const takesFile = /^\/(imports|permits|hazards|record|agreements|shipments)(\/|\.|$)/;
const takesFiles = /^\/inspections(\/|\.|$)/;

function largestBody(path: string) {
  if (takesFiles.test(path)) return limits.withFiles;
  return takesFile.test(path) ? limits.withFile : limits.ordinary;
}

const isApi = (request: Request) => /^\/(api|tiles)\//.test(new URL(request.url).pathname);

/** The answer to what no page or resource answers for itself. */
function refuse(request: Request, reason: 403 | 413 | 500 | 503 | "busy") {
  if (!isApi(request)) return failurePage(request, reason);
  const status = reason === "busy" ? 503 : reason;
  return problem(status, {}, status === 503 ? { "Retry-After": "5" } : {});
}

/** Everything that answers HTTP: headers, limits, session, /api/v1, tiles, then Remix. */
export function createApp(build: ServerBuild) {
  const remix = createPageHandler(build, import.meta.env.MODE);
  const app = new Hono();

  app.onError((error, c) => {
    logError(error, c.req.raw);
    return refuse(c.req.raw, isDatabaseAway(error) ? 503 : 500);
  });
  app.use(async (c, next) => {
    await next();
    setSecurityHeaders(c.res.headers);
  });
  app.use(refuseOverload((request) => refuse(request, "busy")));
  app.use(packAnswers);
  app.use(refuseForeignWrites((request) => refuse(request, 403)));
  app.use((c, next) =>
    bodyLimit({
      maxSize: largestBody(c.req.path),
      onError: () => refuse(c.req.raw, 413),
    })(c, next),
  );

  app.get("/healthz", async (c) => {
    try {
      await sql`select 1`.execute(database);
      return c.json({ status: "ok" });
    } catch {
      return c.json({ status: "database unreachable" }, 503);
    }
  });
  app.route("/api/v1", createApi());
  app.all("/api/*", () => problem(404));
  app.route("/tiles", createTiles());

  app.use("/map/:layer{.+\\.geojson}", etag());
  app.all("*", async (c) => {
    const context = await createLoadContext(c.req.raw, { address: addressOf(c), now: new Date() });
    const response = await remix(c.req.raw, context);
    // Remix makes a 500 of what a loader or an action throws.
    if (context.databaseAway && response.status === 500) return refuse(c.req.raw, 503);
    setSecurityHeaders(response.headers, context.nonce);
    return response;
  });
  return app;
}

/** The visitor's address: a reverse proxy on this machine is believed, nobody else. */
function addressOf(c: Context) {
  const peer = c.env?.incoming ? (getConnInfo(c).remote.address ?? "unknown") : "127.0.0.1";
  const isLocal = /^(::ffff:)?127\.|^::1$/.test(peer);
  const forwarded = isLocal ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || peer;
}
