import * as z from "zod";
import { isDay } from "#app/i18n/day.ts";
import { badParameter, found } from "./answers.server.ts";
import { type PageKey, readPageKey } from "./page-key.server.ts";

/** The URL's parameters by a schema; an empty one counts as not given, one that does not fit is a 400 that names it. */
export function readParameters<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== "");
  const parsed = schema.safeParse(Object.fromEntries(given));
  return parsed.success ? parsed.data : badParameter(String(parsed.error.issues[0]?.path[0] ?? "?"));
}

const id = z.uuid();

/** An id in a page's path; what cannot be one is the same 404 as one that nobody has. */
export const readId = (parameter: string | undefined) => found(id.safeParse(parameter).data);

/** The `after` parameter of a list page; where several lists stand on one, each has its own. */
export function readAfter(request: Request, parameter = "after"): PageKey | undefined {
  const after = readPageKey(new URL(request.url).searchParams.get(parameter));
  return after === null ? badParameter(parameter) : after;
}

/** The same for a list by days. */
export function readAfterDay(request: Request): PageKey | undefined {
  const after = readAfter(request);
  return after && !isDay(after.sortKey) ? badParameter("after") : after;
}
