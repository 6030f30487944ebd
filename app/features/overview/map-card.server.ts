import type { Feature, Geometry } from "geojson";
import type { Viewer } from "#app/auth/viewer.ts";
import { findOrganization } from "../members/queries/find-organization.server.ts";
import { canEditSite } from "../sites/access.ts";
import { findSite } from "../sites/queries/find-site.server.ts";
import { sumSitesByOperator } from "../sites/queries/totals.server.ts";

/** The key facts of what is selected, "site:…" or "member:…"; undefined where the viewer knows of no such thing. */
export async function findMapCard(viewer: Viewer, selected: string, today: string) {
  const [kind, id = ""] = selected.split(":");
  if (kind === "site") {
    const site = await findSite(viewer, id);
    if (!site) return undefined;
    const {
      name,
      code,
      status,
      stage,
      operatorId,
      operatorName,
      townName,
      areaM2,
      volumeM3,
      positionSource,
    } = site;
    return {
      kind: "site" as const,
      id,
      siteKind: site.kind,
      mayEdit: canEditSite(viewer, site),
      ...{ name, code, status, stage, operatorId, operatorName, townName, areaM2, volumeM3, positionSource },
      features: featuresAt(site, site.outline as Geometry | null),
    };
  }
  const organization = await findOrganization(viewer, id, today);
  if (!organization) return undefined;
  const { name, code, townName } = organization;
  return {
    kind: "member" as const,
    ...{ id, name, code, townName },
    sums: (await sumSitesByOperator(viewer, [id])).map(({ kind, sites, areaM2 }) => ({
      kind,
      sites,
      areaM2,
    })),
    features: featuresAt(organization, null),
  };
}
export type MapCardFacts = NonNullable<Awaited<ReturnType<typeof findMapCard>>>;

function featuresAt(
  { lng, lat }: { lng: number | null; lat: number | null },
  outline: Geometry | null,
): Feature[] {
  const point: Geometry[] = lng === null || lat === null ? [] : [{ type: "Point", coordinates: [lng, lat] }];
  return [...(outline ? [outline] : []), ...point].map((geometry) => ({
    type: "Feature",
    properties: {},
    geometry,
  }));
}
