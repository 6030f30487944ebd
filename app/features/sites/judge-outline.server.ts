import { Refused } from "#app/audit/errors.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { centreOf } from "#app/map/outline/centre.ts";
import { type Outline, outlineArea, polygonsOf } from "#app/map/outline/outline.ts";
import { findBoundary, findPlaceOf } from "../members/queries/places.server.ts";
import type { SiteKind } from "./kinds.ts";
import { type Boundary, judgePosition } from "./position.ts";

type Judged = {
  kind: SiteKind;
  operatorId: string;
  outline: Outline | null | undefined;
  registeredAreaM2: number | null;
};

/** Share of the registered area by which the drawn one may differ unasked. */
const unsuspicious = 0.2;

/** What is doubtful about an outline; throws Refused where a corner lies beyond the bounds of domain.md. */
export async function doubtsAboutOutline(viewer: Viewer, { kind, operatorId, ...site }: Judged) {
  const { outline, registeredAreaM2 } = site;
  if (!outline) return [];
  const [boundary, village] = await Promise.all([findBoundary(viewer), findPlaceOf(viewer, operatorId)]);
  const bounds = { boundary: boundary as Boundary | null };
  const corners = polygonsOf(outline).flat(2);
  const verdicts = [
    judgePosition(kind, centreOf(outline), { ...bounds, village }),
    ...corners.map(([lng = 0, lat = 0]) => judgePosition(kind, { lng, lat }, bounds)),
  ];
  if (verdicts.some(({ refused }) => refused)) throw new Refused("outline", "outline:problem.outsideCounty");
  const differs =
    registeredAreaM2 !== null && Math.abs(outlineArea(outline) / registeredAreaM2 - 1) > unsuspicious;
  const where = new Set(verdicts.flatMap(({ warnings }) => warnings));
  return [...where, ...(differs ? (["areaDiffers"] as const) : [])];
}
