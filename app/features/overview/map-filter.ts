import * as z from "zod";
import { basemapIds } from "#app/map/basemaps.ts";
import { readBounds } from "#app/map/bounds.ts";
import { siteFilter } from "../sites/filter.ts";
import { fills } from "./map-layers/fill.ts";

/** What narrows the map's sites, and the villages with them. */
export const mapFilter = siteFilter.omit({ gap: true });

/** What the sites are coloured by. */
export const mapFill = z.enum(fills).optional();

const bounds = z
  .string()
  .transform((text) => readBounds(text))
  .refine((read) => read !== undefined);

/** A whole view of the map, so that it can be sent: what is looked for, where, and what is switched off. */
export const mapView = mapFilter.extend({
  fill: mapFill,
  bbox: bounds.optional(),
  selected: z
    .string()
    .regex(/^(site|member):[0-9a-f-]{36}$/)
    .optional(),
  /** layers that are not shown, with commas between */
  off: z.string().max(200).optional(),
  base: z.enum(basemapIds).optional(),
});
