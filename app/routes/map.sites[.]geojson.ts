import type { LoaderFunctionArgs } from "@remix-run/node";
import * as z from "zod";
import { siteFeatures } from "#app/features/overview/map-features.server.ts";
import { fillSites } from "#app/features/overview/map-fill.server.ts";
import { mapFill, mapFilter } from "#app/features/overview/map-filter.ts";
import { geojson } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";

const parameters = mapFilter.extend({ layer: z.enum(["ponds", "others"]), fill: mapFill });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { layer, fill, ...filter } = readParameters(request, parameters);
  const filled = fill && (await fillSites(viewer, fill, { filter }, context));
  return geojson(await siteFeatures(viewer, filter, { ponds: layer === "ponds", filled }));
}
