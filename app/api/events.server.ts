import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { TFunction } from "i18next";
import type { $ZodIssue } from "zod/v4/core";
import { IdTaken, Missing, Refused } from "#app/audit/errors.ts";
import { Doubtful, NotAllowed } from "#app/features/production/errors.ts";
import { eventBody } from "#app/features/production/events/registry.ts";
import { recordEvents } from "#app/features/production/queries/record-events.server.ts";
import { errorText } from "#app/forms/errorText.ts";
import { problem } from "#app/http/problem.server.ts";
import { answers } from "./answers.ts";
import { refuseParameters } from "./parameters.server.ts";
import { type ApiEnv, pageText } from "./request.server.ts";

const eventsPerCall = 500;

const outcome = z
  .object({
    id: z.uuid(),
    status: z.enum(["recorded", "repeated", "pending"]).openapi({
      description:
        "repeated: this id was recorded before; pending: kept, but it can't be booked as it stands",
    }),
  })
  .openapi("EventResult");

const refusal = z
  .object({
    eventId: z.string().optional().openapi({ description: "Left out where the body can't be read" }),
    field: z.string(),
    text: z.string().openapi({ description: "In the language of Accept-Language" }),
  })
  .openapi("EventRefusal");

const doubt = z
  .object({
    eventId: z.uuid(),
    codes: z.array(z.string()).openapi({ description: "Go into `accept` once a person has confirmed them" }),
    texts: z.array(z.string()),
  })
  .openapi("EventDoubt");

const record = createRoute({
  method: "post",
  path: "/events",
  operationId: "recordEvents",
  summary: "Write down what happened: one event or up to 500, all of them or none",
  description:
    "Ids are made by the caller; the same id with the same content again is the same answer. What looks wrong is 422 with codes until a person confirms them; weights are grams.",
  request: {
    query: z.strictObject({
      unattended: z
        .preprocess((value) => (value === "" ? undefined : value), z.enum(["1"]).optional())
        .openapi({
          description: "1: nobody is there to mend it, so what can't be booked is kept as pending",
        }),
      account: z
        .preprocess((value) => (value === "" ? undefined : value), z.uuid().optional())
        .openapi({
          type: "string",
          format: "uuid",
          description: "Whose entries these are: 403 if that is not who sends them",
        }),
    }),
    body: {
      required: true,
      content: {
        "application/json": { schema: z.union([eventBody, z.array(eventBody).min(1).max(eventsPerCall)]) },
      },
    },
  },
  responses: answers(z.object({ results: z.array(outcome) }), {
    description: "A result for each event, in the order they came",
    refusals: [404, 409, 422],
    members: { errors: z.array(refusal).optional(), doubts: z.array(doubt).optional() },
  }),
});

export function addEvents(api: OpenAPIHono<ApiEnv>) {
  api.openapi(
    record,
    async (c) => {
      const viewer = c.get("viewer");
      const { unattended, account } = c.req.valid("query");
      if (account !== undefined && account !== viewer.userId) return problem(403);
      const sent = c.req.valid("json");
      const bodies = Array.isArray(sent) ? sent : [sent];
      try {
        const writer = { viewer, now: c.get("now") };
        return c.json(
          { results: await recordEvents(writer, bodies, { unattended: unattended === "1" }) },
          200,
        );
      } catch (error) {
        return refused(error, pageText(c), bodies.length === 1 ? bodies[0]?.id : undefined);
      }
    },
    // The address is refused as everywhere; what is wrong in the body is said field by field.
    (result, c) => {
      if (result.success) return undefined;
      if (result.target !== "json") return refuseParameters(result, c) as never;
      const t = pageText(c);
      const errors = result.error.issues
        .flatMap(closest)
        .map(({ path, message }) => ({ field: path.map(String).join(".") || "kind", text: say(t, message) }));
      return problem(422, { errors });
    },
  );
}

function refused(error: unknown, t: TFunction, onlyId: string | undefined) {
  if (error instanceof Refused) {
    const eventId = error.subject ?? onlyId;
    return problem(422, { errors: [{ eventId, field: error.field, text: say(t, error.message) }] });
  }
  if (error instanceof Doubtful) {
    const doubts = error.doubts.map(({ eventId, codes }) => ({
      eventId,
      codes,
      texts: codes.map((code) => say(t, `production:doubt.${code}`)),
    }));
    return problem(422, { doubts });
  }
  if (error instanceof IdTaken) return problem(409, { detail: say(t, "error.idTaken") });
  if (error instanceof Missing) return problem(404);
  if (error instanceof NotAllowed) return problem(403);
  throw error;
}

const say = (t: TFunction, message: string) => errorText(t as TFunction<"common">, message);

/** One event or a list of them: what is wrong is said of the one that was meant, by how deep it was understood. */
function closest(issue: $ZodIssue): $ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const depth = (issues: $ZodIssue[]) => Math.max(...issues.map(({ path }) => path.length));
  const [best] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
  return best ?? [issue];
}
