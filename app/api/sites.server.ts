import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { siteFilter } from "#app/features/sites/filter.ts";
import { findSite } from "#app/features/sites/queries/find-site.server.ts";
import { listSites } from "#app/features/sites/queries/list-sites.server.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { problem } from "#app/http/problem.server.ts";
import { answers, listOf } from "./answers.ts";
import { featureCollection, featuresPerAnswer } from "./collection.server.ts";
import { collectionOf } from "./geojson.ts";
import { bbox, filterParameters, paging } from "./parameters.server.ts";
import type { ApiEnv } from "./request.server.ts";
import { detailOf, itemOf, propertiesOf, type Row, site, siteDetail, siteProperties } from "./site.ts";

const filters = { ...filterParameters(siteFilter), bbox };

const list = createRoute({
  method: "get",
  path: "/sites",
  operationId: "listSites",
  summary: "Ponds, waters and facilities, by pinyin of their names",
  request: { query: z.strictObject({ ...filters, ...paging({ most: 500, ordinary: 50 }) }) },
  responses: answers(listOf(site), { description: "A page of the list" }),
});

const collection = createRoute({
  method: "get",
  path: "/sites.geojson",
  operationId: "getSitesAsGeoJson",
  summary: "The same sites as GeoJSON (RFC 7946, WGS 84): an outline where there is one, else a point",
  request: {
    query: z.strictObject({
      ...filters,
      ...paging({ most: featuresPerAnswer, ordinary: featuresPerAnswer }),
    }),
  },
  responses: answers(collectionOf(siteProperties), {
    description: "A FeatureCollection",
    mediaType: "application/geo+json",
  }),
});

const one = createRoute({
  method: "get",
  path: "/sites/{id}",
  operationId: "getSite",
  summary: "One site with what the register holds of it",
  request: { params: z.object({ id: z.string().openapi({ format: "uuid" }) }), query: z.strictObject({}) },
  responses: answers(siteDetail, { description: "The site", refusals: [404] }),
});

export function addSites(api: OpenAPIHono<ApiEnv>) {
  api.openapi(list, async (c) => {
    const { limit, after, ...filter } = c.req.valid("query");
    const page = await listSites(c.get("viewer"), filter, { after, limit });
    return c.json({ items: page.items.map(itemOf), next: page.next ? writePageKey(page.next) : null }, 200);
  });
  api.openapi(collection, (c) => {
    const { limit, after, ...filter } = c.req.valid("query");
    const viewer = c.get("viewer");
    return featureCollection<Row>(
      { after, limit },
      (window) => listSites(viewer, filter, { ...window, outlines: true }),
      propertiesOf,
    );
  });
  api.openapi(one, async (c) => {
    const { id } = c.req.valid("param");
    const row = z.uuid().safeParse(id).success ? await findSite(c.get("viewer"), id) : undefined;
    return row ? c.json(detailOf(row), 200) : problem(404);
  });
}
