import { type RouteConfig, z } from "@hono/zod-openapi";

export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().openapi({ description: "In the language of Accept-Language" }),
    parameter: z.string().optional().openapi({ description: "The parameter that is not understood" }),
  })
  .openapi("Problem", { description: "RFC 9457 problem document" });

const reasons = {
  400: "A parameter is not understood; the problem names it",
  401: "Neither a session nor a valid token",
  403: "Not allowed: the account must change its password first, or the token may not write",
  404: "There is no such record, or the caller may not see it",
  409: "The id came before with another content",
  422: "What was sent is refused, or looks wrong and is not confirmed; nothing of it was written",
  405: "The method is not known here; Allow names those that are",
  413: "The body is over the limit",
  415: "The body is not JSON",
  500: "The program failed",
  503: "The database is out of reach; Retry-After says when to try again",
};
type Refusal = keyof typeof reasons;

/** The answers of an operation as the description has them: its own, and what every operation may answer. */
export function answers(
  schema: z.ZodType,
  {
    description,
    mediaType = "application/json",
    refusals = [],
    members,
  }: {
    description: string;
    mediaType?: string;
    refusals?: Refusal[];
    /** what a 422 says beyond a problem's own members */
    members?: z.ZodRawShape;
  },
): RouteConfig["responses"] {
  const common: Refusal[] = [400, 401, 403, 405, 413, 500, 503];
  const refused = [...common, ...refusals].map((status) => {
    const schema = status === 422 && members ? problemDocument.extend(members) : problemDocument;
    return [status, { description: reasons[status], content: { "application/problem+json": { schema } } }];
  });
  return { 200: { description, content: { [mediaType]: { schema } } }, ...Object.fromEntries(refused) };
}

/** A page of a list. */
export const listOf = (item: z.ZodType) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().openapi({
      description: "Goes into `after` for the next page; null on the last",
    }),
  });
