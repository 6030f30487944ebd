import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportOrganizations } from "#app/features/exchange/export-members.server.ts";
import { enterpriseParameters, enterprisesAsked } from "#app/features/sites/operated.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const filter = enterprisesAsked(viewer, readParameters(request, enterpriseParameters));
  return exportOrganizations(request, context, { viewer, filter });
}
