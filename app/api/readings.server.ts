import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { receiveReadings, refusals } from "#app/features/production/water/receive-readings.server.ts";
import { readingEntry, readingsPerCall } from "#app/features/production/water/schema.ts";
import { answers } from "./answers.ts";
import { type ApiEnv, apiText } from "./request.server.ts";

const described = {
  site: "Id or code of the site; a device may leave it out",
  at: "When it was measured, with the offset from UTC",
  oxygen: "Dissolved oxygen, mg/L",
  temperature: "Water temperature, °C",
  ph: "pH",
  tan: "Total ammonia nitrogen, mg/L",
  nitrite: "Nitrite, mg/L",
  power: "false: the mains have failed",
  aerator: "false: the aerator stands still",
};

const reading = z
  .strictObject(
    Object.fromEntries(
      Object.entries(readingEntry.shape).map(([name, schema]) => [
        name,
        schema.openapi({ description: described[name as keyof typeof described] }),
      ]),
    ),
  )
  .openapi("Reading", { description: "One reading of the water of a site; at least one measure is given" });

const result = z
  .object({
    status: z.enum(["stored", "repeated", "differs", "refused"]).openapi({
      description:
        "stored; repeated: was there already; differs: another reading of this site, instant and source is there and stays; refused: see reason",
    }),
    reason: z.enum(refusals).nullable(),
    field: z.string().nullable(),
    detail: z.string().nullable().openapi({ description: "In the language of Accept-Language" }),
  })
  .openapi("ReadingResult");

const outcome = z
  .object({
    stored: z.int().openapi({ description: "How many were new" }),
    results: z.array(result).openapi({ description: "One for each reading, in the order they were sent" }),
  })
  .openapi("ReadingResults");

// Each is checked apart from its neighbours, so that one bad reading does not cost the others.
const readings = z
  .array(z.unknown())
  .min(1)
  .max(readingsPerCall)
  .openapi({
    type: "array",
    items: { $ref: "#/components/schemas/Reading" },
    minItems: 1,
    maxItems: readingsPerCall,
  });

const post = createRoute({
  method: "post",
  path: "/readings",
  operationId: "addReadings",
  summary: "Stores readings of the water; sending them again changes nothing",
  description: `Up to ${readingsPerCall} a call. A device sends its own token and writes for its site; an API token that may write sends readings of every site its account may record for.`,
  request: {
    query: z.strictObject({}),
    body: {
      required: true,
      content: { "application/json": { schema: z.strictObject({ readings }).openapi("Readings") } },
    },
  },
  responses: answers(outcome, { description: "What became of each reading", refusals: [415] }),
});

export function addReadings(api: OpenAPIHono<ApiEnv>) {
  api.openAPIRegistry.register("Reading", reading);
  api.openapi(post, async (c) => {
    const writer = { viewer: c.get("viewer"), now: c.get("now") };
    const given = c.req.valid("json").readings;
    const received = await receiveReadings(writer, given, c.get("device"));
    const t = apiText(c);
    const results = received.map((one): z.infer<typeof result> => {
      if (one.status !== "refused") return { status: one.status, reason: null, field: null, detail: null };
      const key = one.reason === "invalid" ? "fieldInvalid" : one.reason;
      const detail = t(`water:error.${key}`, { field: one.field ?? "" });
      return { status: one.status, reason: one.reason, field: one.field, detail };
    });
    const stored = results.filter(({ status }) => status === "stored").length;
    return c.json({ stored, results }, 200);
  });
}
