import type { LoaderFunctionArgs } from "@remix-run/node";
import * as z from "zod";
import { siteFeatures } from "#app/features/overview/map-features.server.ts";
import { mapFilter } from "#app/features/overview/map-filter.ts";
import { geojson } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";

const parameters = mapFilter.extend({ layer: z.enum(["ponds", "others"]) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { layer, ...filter } = readParameters(request, parameters);
  return geojson(await siteFeatures(viewer, filter, { ponds: layer === "ponds" }));
}
