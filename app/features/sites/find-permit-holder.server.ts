import type { Viewer } from "#app/auth/viewer.ts";
import { findOrganization } from "../members/queries/find-organization.server.ts";
import { findSite } from "./queries/find-site.server.ts";

type Asked = { site?: string; organization?: string };

/** The site or organization a permit is to be for, with the page it is shown on. */
export async function findPermitHolder(viewer: Viewer, asked: Asked, today: string) {
  if (asked.site !== undefined) {
    const site = await findSite(viewer, asked.site);
    return (
      site && {
        name: site.name,
        page: `/sites/${site.id}`,
        siteId: site.id,
        siteOperatorId: site.operatorId,
        siteTownCode: site.townCode,
        organizationId: null,
        holderTownCode: null,
      }
    );
  }
  const organization = await findOrganization(viewer, String(asked.organization), today);
  return (
    organization && {
      name: organization.name,
      page: `/members/${organization.id}`,
      siteId: null,
      siteOperatorId: null,
      siteTownCode: null,
      organizationId: organization.id,
      holderTownCode: organization.townCode,
    }
  );
}
