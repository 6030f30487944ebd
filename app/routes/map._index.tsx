import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MapPage } from "#app/features/overview/MapPage.tsx";
import { mapView } from "#app/features/overview/map-filter.ts";
import { loadMapPage } from "#app/features/overview/map-page.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";

export const meta = titleFromLoader;
export const handle = { wide: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const view = readParameters(request, mapView);
  return { title: context.t("overview:map.title"), ...(await loadMapPage(viewer, view, context)) };
}

export default function AllianceMap() {
  return <MapPage page={useLoaderData<typeof loader>()} />;
}
