import * as z from "zod";
import { problemMessage } from "#app/map/outline/problem-message.ts";
import { readOutline } from "#app/map/outline/read-outline.ts";
import { latitude, longitude, optional, positionComplete } from "../members/schema.ts";
import { positionSources } from "./kinds.ts";

/** GeoJSON as text, WGS 84. */
const outline = z.string().transform((text, context) => {
  const { outline, problem } = readOutline(parse(text));
  if (outline) return outline;
  context.addIssue({ code: "custom", message: problemMessage(problem) });
  return z.NEVER;
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ticked = optional(z.boolean()).transform((value) => value === true);
const version = z.coerce.number().int();

/** The page on which a site is drawn and moved. */
export const outlineForm = z
  .object({
    version,
    outline: optional(outline),
    lng: optional(longitude),
    lat: optional(latitude),
    positionSource: optional(z.enum(positionSources)),
    atCentre: ticked,
    takeArea: ticked,
  })
  .refine(positionComplete, { path: ["lat"], error: "error.position" });
export type OutlineForm = z.infer<typeof outlineForm>;

export const outlineRemoval = z.object({ version });
