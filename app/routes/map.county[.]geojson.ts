import type { LoaderFunctionArgs } from "@remix-run/node";
import { sketchCounty } from "#app/features/overview/county-sketch.server.ts";
import { geojson } from "#app/http/answers.server.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return geojson(await sketchCounty(await context.viewer()));
}
