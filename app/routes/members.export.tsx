import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportOrganizations } from "#app/features/exchange/export-members.server.ts";
import { memberParameters, membersAsked } from "#app/features/sites/operated.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = membersAsked(viewer, readParameters(request, memberParameters));
  return exportOrganizations(request, context, { viewer, filter });
}
