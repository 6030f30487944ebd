import { Refused } from "#app/audit/errors.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { findBoundary, findPlaceOf } from "../members/queries/places.server.ts";
import type { SiteKind } from "./kinds.ts";
import { type Boundary, judgePosition } from "./position.ts";

/** What is doubtful about where a site is said to lie; throws Refused when it is beyond doubt wrong. */
export async function doubtsAboutSite(
  viewer: Viewer,
  site: { kind: SiteKind; operatorId: string; lng: number | null; lat: number | null },
) {
  const { lng, lat } = site;
  if (lng === null || lat === null) return [];
  const [boundary, village] = await Promise.all([findBoundary(viewer), findPlaceOf(viewer, site.operatorId)]);
  const verdict = judgePosition(site.kind, { lng, lat }, { boundary: boundary as Boundary | null, village });
  if (verdict.refused) throw new Refused("lng", "error.outsideCounty");
  return verdict.warnings;
}
