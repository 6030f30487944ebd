import type { LoaderFunctionArgs } from "@remix-run/node";
import { listMemberPlaces, memberFeatures } from "#app/features/overview/map-features.server.ts";
import { mapFilter } from "#app/features/overview/map-filter.ts";
import { geojson } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = readParameters(request, mapFilter);
  return geojson(memberFeatures(await listMemberPlaces(viewer, filter, context.today)));
}
