import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { summarize } from "#app/features/overview/summary.server.ts";
import { answers } from "./answers.ts";
import type { ApiEnv } from "./request.server.ts";

const waterAreaMu = z
  .number()
  .openapi({ description: "Area in force (registered, else drawn), mu, 1 decimal" });

const summary = z
  .object({
    members: z.int().openapi({ description: "Villages that are members today" }),
    towns: z.int(),
    enterprises: z.int(),
    ponds: z.int().openapi({ description: "Land-based ponds that have not ended" }),
    waterAreas: z.int(),
    waterAreaMu,
    households: z.int(),
    byTown: z.array(
      z.object({ code: z.string(), name: z.string(), members: z.int(), ponds: z.int(), waterAreaMu }),
    ),
  })
  .openapi("Summary");

const route = createRoute({
  method: "get",
  path: "/summary",
  operationId: "getSummary",
  summary: "The alliance in numbers, of what the caller may see",
  request: { query: z.strictObject({}) },
  responses: answers(summary, { description: "The numbers of today" }),
});

export function addSummary(api: OpenAPIHono<ApiEnv>) {
  api.openapi(route, async (c) => {
    const { byKind: _, ...numbers } = await summarize(c.get("viewer"), c.get("today"));
    return c.json(numbers satisfies z.infer<typeof summary>, 200);
  });
}
