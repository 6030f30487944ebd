import { OpenAPIHono } from "@hono/zod-openapi";
import { etag } from "hono/etag";
import { problem } from "#app/http/problem.server.ts";
import { addLots } from "./lots.server.ts";
import { addHazards } from "./hazards.server.ts";
import { addOrganizations } from "./organizations.server.ts";
import { refuseParameters } from "./parameters.server.ts";
import { type ApiEnv, authenticate } from "./request.server.ts";
import { addSites } from "./sites.server.ts";
import { addSummary } from "./summary.server.ts";

/** /api/v1: one file per resource beside this one. */
export function createApi() {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseParameters });
  api.get("/openapi.json", (c) => c.json(description));
  api.use(authenticate);
  // By the content, so that a map that asks again gets 304; weak, because a proxy may pack it.
  for (const of of ["sites", "organizations"]) api.get(`/${of}.geojson`, etag({ weak: true }));
  addSummary(api);
  addOrganizations(api);
  addSites(api);
  addLots(api);
  addHazards(api);
  const description = describe(api);
  for (const path of Object.keys(description.paths ?? {}))
    api.all(path.replace(/\{(\w+)\}/g, ":$1"), () => problem(405, {}, { Allow: "GET, HEAD" }));
  return api;
}

/** OpenAPI 3.1 from the schemas that validate the parameters; reading it needs no sign-in. */
function describe(api: OpenAPIHono<ApiEnv>) {
  api.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "An API token made on the account page",
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
        "The register of the alliance, of what the caller may see. Lists come a page at a time: `next` goes into `after`.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }, { session: [] }],
  });
}
