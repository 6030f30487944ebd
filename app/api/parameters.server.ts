import { type Hook, z } from "@hono/zod-openapi";
import type { $ZodIssue } from "zod/v4/core";
import { type PageKey, readPageKey } from "#app/http/page-key.server.ts";
import { problem } from "#app/http/problem.server.ts";
import { isDay } from "#app/i18n/day.ts";
import { type ApiEnv, apiText } from "./request.server.ts";

/** A parameter without a value counts as not given. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const notes: Record<string, { description: string; example?: string }> = {
  q: { description: "Part of a name or code, its pinyin, or pinyin initials" },
  town: { description: "Code of a town", example: "610921101" },
  organization: { description: "Id of the organization that owns or operates it" },
  membership: { description: "member: today; former: was one; never: has not been one" },
  status: { description: "Without it: all that have not ended" },
  state: { description: "Without it: all that are not closed" },
  site: { description: "Id of a site" },
  species: { description: "Code of a species", example: "grass_carp" },
  gap: { description: "What the register still lacks" },
  overdue: { description: "Only those not rectified though the deadline has passed" },
  month: { description: "In which it was found", example: "2026-03" },
};

/** The filter that pages read too, as parameters of an operation. */
export const filterParameters = <Shape extends z.ZodRawShape>(
  filter: z.ZodObject<Shape>,
  own: typeof notes = {},
) =>
  Object.fromEntries(
    Object.entries(filter.shape).map(([name, schema]) => [
      name,
      given(schema as z.ZodType).openapi({ param: { required: false }, ...notes[name], ...own[name] }),
    ]),
  ) as unknown as { [Name in keyof Shape]: z.ZodType<z.output<Shape[Name]>> };

const isBox = ([west = 0, south = 0, east = 0, north = 0]: number[]) =>
  west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north;

export const bbox = given(
  z
    .string()
    .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
    .transform((text) => text.split(",").map(Number) as [number, number, number, number])
    .refine(isBox)
    .optional(),
).openapi({
  type: "string",
  description: "west,south,east,north in degrees, WGS 84",
  example: "108.2,32.6,108.8,33.2",
});

type Bounds = { most: number; ordinary: number };

/** Which part of a list: `after` takes the `next` of the page before. */
export const paging = (bounds: Bounds) => pagingBy(bounds, () => true);

/** The same for a list by days. */
export const pagingByDay = (bounds: Bounds) => pagingBy(bounds, ({ sortKey }) => isDay(sortKey));

const pagingBy = ({ most, ordinary }: Bounds, fits: (key: PageKey) => boolean) => ({
  limit: given(z.coerce.number().int().min(1).max(most).default(ordinary)).openapi({
    type: "integer",
    minimum: 1,
    maximum: most,
    default: ordinary,
  }),
  after: given(
    z
      .string()
      .transform((text, context) => {
        const key = readPageKey(text);
        if (key && fits(key)) return key;
        context.addIssue({ code: "custom" });
        return undefined;
      })
      .optional(),
  ).openapi({ type: "string", description: "The `next` of the page before" }),
});

/** A parameter that can't be read, or that the operation does not know, is 400 and named. */
export const refuseParameters: Hook<unknown, ApiEnv, string, Response | undefined> = (result, c) => {
  if (result.success) return undefined;
  return problem(400, describe(result.error.issues[0], apiText(c)));
};

function describe(issue: $ZodIssue | undefined, t: ReturnType<typeof apiText>) {
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  if (unknown !== undefined) {
    return { parameter: unknown, detail: t("error.unknown", { parameter: unknown }) };
  }
  const parameter = String(issue?.path[0]);
  if (issue?.code === "invalid_value") {
    return { parameter, detail: t("error.oneOf", { parameter, values: issue.values.join(", ") }) };
  }
  return { parameter, detail: t([`parameter.${parameter}`, "error.other"] as never, { parameter }) };
}
