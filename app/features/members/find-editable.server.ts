import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { canEditOrganization, canManageOrganizations } from "./access.ts";
import { findOrganization } from "./queries/find-organization.server.ts";

/** The organization of the address, for whoever may correct it: 404 if it can't be seen, 403 if it can't be corrected. */
export async function findEditable({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const organization = found(await findOrganization(viewer, readId(params.organizationId), context.today));
  allow(canEditOrganization(viewer, organization));
  return { viewer, organization };
}

/** The same for what only the alliance says of an organization. */
export async function findManageable({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const organization = found(await findOrganization(viewer, readId(params.organizationId), context.today));
  allow(canManageOrganizations(viewer));
  return { viewer, organization };
}
