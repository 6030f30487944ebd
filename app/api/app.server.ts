import { OpenAPIHono } from "@hono/zod-openapi";
import { etag } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import { problem } from "#app/http/problem.server.ts";
import { addAgreements } from "./agreements.server.ts";
import { addAlarms } from "./alarms.server.ts";
import { addEvents } from "./events.server.ts";
import { addHazards } from "./hazards.server.ts";
import { addLots } from "./lots.server.ts";
import { addOrganizations } from "./organizations.server.ts";
import { refuseParameters } from "./parameters.server.ts";
import { addReadings } from "./readings.server.ts";
import { type ApiEnv, apiText, authenticate, authenticateDevice } from "./request.server.ts";
import { addShipments } from "./shipments.server.ts";
import { addSites } from "./sites.server.ts";
import { addSummary } from "./summary.server.ts";

/** /api/v1: one file per resource beside this one. */
export function createApi() {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseParameters });
  // A body that is no JSON; everything else is the whole application's to answer.
  api.onError((error) => {
    if (error instanceof HTTPException) return problem(error.status, { detail: error.message });
    throw error;
  });
  api.get("/openapi.json", (c) => c.json(description));
  api.onError((error, c) => {
    // A body that is no JSON is refused before anything of ours runs; the rest is for the application to answer.
    if (!(error instanceof HTTPException) || error.status >= 500) throw error;
    return problem(error.status, { detail: apiText(c)("error.json") });
  });
  api.post("/readings", authenticateDevice);
  api.use(authenticate);
  // By the content, so that a map that asks again gets 304; weak, because a proxy may pack it.
  for (const of of ["sites", "organizations"]) api.get(`/${of}.geojson`, etag({ weak: true }));
  addSummary(api);
  addOrganizations(api);
  addSites(api);
  addLots(api);
  addHazards(api);
  addEvents(api);
  addReadings(api);
  addAlarms(api);
  addAgreements(api);
  addShipments(api);
  const description = describe(api);
  for (const [path, methods] of Object.entries(description.paths ?? {})) {
    const allowed = Object.keys(methods).flatMap((method) =>
      method === "get" ? ["GET", "HEAD"] : method.toUpperCase(),
    );
    api.all(path.replace(/\{(\w+)\}/g, ":$1"), () => problem(405, {}, { Allow: allowed.join(", ") }));
  }
  return api;
}

/** OpenAPI 3.1 from the schemas that validate the parameters; reading it needs no sign-in. */
function describe(api: OpenAPIHono<ApiEnv>) {
  api.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "An API token made on the account page; for readings also the token of a sensor",
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "session",
    description: "The cookie of a sign-in (__Host-session over https)",
  });
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Yulian 渔联",
      version: "1",
      description:
        "The register of the alliance and what happens in its waters, of what the caller may see. Lists come a page at a time: `next` goes into `after`.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }, { session: [] }],
  });
}
