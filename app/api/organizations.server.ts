import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { organizationFilter } from "#app/features/members/filter.ts";
import { organizationFlags, organizationKinds, stages } from "#app/features/members/kinds.ts";
import { listOrganizations } from "#app/features/members/queries/list-organizations.server.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { problem } from "#app/http/problem.server.ts";
import { answers, listOf } from "./answers.ts";
import { featureCollection, featuresPerAnswer } from "./collection.server.ts";
import { collectionOf } from "./geojson.ts";
import { filterParameters, paging } from "./parameters.server.ts";
import type { ApiEnv } from "./request.server.ts";

type Row = Awaited<ReturnType<typeof listOrganizations>>["items"][number];

const filters = filterParameters(organizationFilter);

const properties = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(organizationKinds),
    stages: z.array(z.enum(stages)),
    town: z.string().nullable(),
    memberSince: z.iso.date().nullable().openapi({ description: "null: not a member today" }),
  })
  .openapi("OrganizationProperties");

const organization = properties
  .extend({
    villageCode: z.string().nullable().openapi({ description: "Administrative code, 12 digits" }),
    townCode: z.string().nullable(),
    flags: z.array(z.enum(organizationFlags)),
    legalEntity: z.string().nullable(),
    creditCode: z.string().nullable().openapi({ description: "Unified social credit code (GB 32100-2015)" }),
    identityCode: z.string().nullable().openapi({ description: "Code on the national platform" }),
    households: z.int().openapi({ description: "Households the caller may know of" }),
    lng: z.number().nullable(),
    lat: z.number().nullable(),
  })
  .openapi("Organization");

const propertiesOf = (row: Row) =>
  ({
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    stages: row.stages as z.infer<typeof properties>["stages"],
    town: row.townName,
    memberSince: row.memberSince,
  }) satisfies z.infer<typeof properties>;

const itemOf = (row: Row) =>
  ({
    ...propertiesOf(row),
    villageCode: row.villageCode,
    townCode: row.townCode,
    flags: row.flags as z.infer<typeof organization>["flags"],
    legalEntity: row.legalEntity,
    creditCode: row.creditCode,
    identityCode: row.identityCode,
    households: row.households ?? 0,
    lng: row.lng,
    lat: row.lat,
  }) satisfies z.infer<typeof organization>;

const organizationDetail = organization
  .extend({ endedOn: z.iso.date().nullable().openapi({ description: "null: in the register today" }) })
  .openapi("OrganizationDetail");

const list = createRoute({
  method: "get",
  path: "/organizations",
  operationId: "listOrganizations",
  summary: "Villages, enterprises and the county group, by pinyin of their names",
  request: { query: z.strictObject({ ...filters, ...paging({ most: 500, ordinary: 50 }) }) },
  responses: answers(listOf(organization), { description: "A page of the list" }),
});

const collection = createRoute({
  method: "get",
  path: "/organizations.geojson",
  operationId: "getOrganizationsAsGeoJson",
  summary: "The same organizations as GeoJSON (RFC 7946, WGS 84)",
  request: {
    query: z.strictObject({
      ...filters,
      ...paging({ most: featuresPerAnswer, ordinary: featuresPerAnswer }),
    }),
  },
  responses: answers(collectionOf(properties), {
    description: "A FeatureCollection",
    mediaType: "application/geo+json",
  }),
});

const one = createRoute({
  method: "get",
  path: "/organizations/{id}",
  operationId: "getOrganization",
  summary: "One organization, also one that has ended",
  request: { params: z.object({ id: z.string().openapi({ format: "uuid" }) }), query: z.strictObject({}) },
  responses: answers(organizationDetail, { description: "The organization", refusals: [404] }),
});

export function addOrganizations(api: OpenAPIHono<ApiEnv>) {
  api.openapi(list, async (c) => {
    const { limit, after, ...filter } = c.req.valid("query");
    const page = await listOrganizations(c.get("viewer"), filter, { today: c.get("today"), after, limit });
    return c.json({ items: page.items.map(itemOf), next: page.next ? writePageKey(page.next) : null }, 200);
  });
  api.openapi(collection, (c) => {
    const { limit, after, ...filter } = c.req.valid("query");
    const viewer = c.get("viewer");
    const today = c.get("today");
    return featureCollection<Row>(
      { after, limit },
      (window) => listOrganizations(viewer, filter, { today, ...window }),
      propertiesOf,
    );
  });
  api.openapi(one, async (c) => {
    const { id } = c.req.valid("param");
    if (!z.uuid().safeParse(id).success) return problem(404);
    const found = await listOrganizations(c.get("viewer"), { id }, { today: c.get("today"), limit: 1 });
    const [row] = found.items;
    return row ? c.json({ ...itemOf(row), endedOn: row.endedOn }, 200) : problem(404);
  });
}
