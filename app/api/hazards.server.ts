import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { hazardFilter } from "#app/features/safety/filter.ts";
import { severities } from "#app/features/safety/kinds.ts";
import { type HazardRow, hazardKey, listHazards } from "#app/features/safety/queries/hazards.server.ts";
import { hazardStanding, hazardStandings } from "#app/features/safety/standing.ts";
import { writePageKey } from "#app/http/page-key.server.ts";
import { answers, listOf } from "./answers.ts";
import { filterParameters, pagingByDay } from "./parameters.server.ts";
import type { ApiEnv } from "./request.server.ts";

const hazard = z
  .object({
    id: z.uuid(),
    description: z.string(),
    severity: z.enum(severities),
    standing: z.enum(hazardStandings).openapi({ description: "Today; overdue: open after its deadline" }),
    responsible: z.string(),
    foundOn: z.iso.date(),
    dueOn: z.iso.date(),
    rectifiedOn: z.iso.date().nullable(),
    closedOn: z.iso.date().nullable(),
    siteId: z.uuid(),
    site: z.string(),
    operatorId: z.uuid(),
    organization: z.string().openapi({ description: "Who operates the site" }),
    town: z.string(),
    townCode: z.string(),
  })
  .openapi("Hazard");

const itemOf = (row: HazardRow, today: string) =>
  ({
    id: row.id,
    description: row.description,
    severity: row.severity,
    standing: hazardStanding(row, today),
    responsible: row.responsible,
    foundOn: row.foundOn,
    dueOn: row.dueOn,
    rectifiedOn: row.rectifiedOn,
    closedOn: row.closedOn,
    siteId: row.siteId,
    site: row.siteName,
    operatorId: row.operatorId,
    organization: row.operatorName,
    town: row.townName,
    townCode: row.townCode,
  }) satisfies z.infer<typeof hazard>;

const notes = { status: { description: "done: rectified, whether closed or not" } };

const list = createRoute({
  method: "get",
  path: "/hazards",
  operationId: "listHazards",
  summary: "Hazards found at inspections, the last found first",
  request: {
    query: z.strictObject({
      ...filterParameters(hazardFilter, notes),
      ...pagingByDay({ most: 500, ordinary: 50 }),
    }),
  },
  responses: answers(listOf(hazard), { description: "A page of the list" }),
});

export function addHazards(api: OpenAPIHono<ApiEnv>) {
  api.openapi(list, async (c) => {
    const { limit, after, ...filter } = c.req.valid("query");
    const today = c.get("today");
    const page = await listHazards(c.get("viewer"), filter, { today, after, limit });
    return c.json(
      {
        items: page.items.map((row) => itemOf(row, today)),
        next: page.next ? writePageKey(hazardKey(page.next)) : null,
      },
      200,
    );
  });
}
