import type { Viewer } from "#app/auth/viewer.ts";
import { countHouseholds } from "#app/features/members/queries/households.server.ts";
import { countOrganizations } from "#app/features/members/queries/list-organizations.server.ts";
import { countMembersByTown } from "#app/features/members/queries/towns.server.ts";
import { squareMetresToMu } from "#app/features/sites/area.ts";
import { siteKinds } from "#app/features/sites/kinds.ts";
import { sumSitesByTown } from "#app/features/sites/queries/totals.server.ts";

const roundMu = (squareMetres: number) => Math.round(squareMetresToMu(squareMetres) * 10) / 10;

/** The alliance in numbers, of what the viewer may see: members are the villages that are members today. */
export async function summarize(viewer: Viewer, today: string) {
  const [members, enterprises, households, towns, sites] = await Promise.all([
    countOrganizations(viewer, { kind: "village", membership: "member" }, { today }),
    countOrganizations(viewer, { kind: "enterprise" }, { today }),
    countHouseholds(viewer, {}),
    countMembersByTown(viewer, today),
    sumSitesByTown(viewer),
  ]);
  const of = (kind: string, townCode?: string) =>
    sites.filter((sum) => sum.kind === kind && (townCode === undefined || sum.townCode === townCode));
  const count = (sums: typeof sites) => sums.reduce((total, sum) => total + sum.sites, 0);
  const volume = (sums: typeof sites) => sums.reduce((total, sum) => total + sum.volumeM3, 0);
  const area = (sums: typeof sites) => sums.reduce((total, sum) => total + sum.areaM2, 0);
  return {
    members,
    towns: towns.length,
    enterprises,
    ponds: count(of("pond")),
    waterAreas: count(of("water_area")),
    waterAreaMu: roundMu(area(of("water_area"))),
    households,
    byTown: towns.map(({ code, name, members: inTown }) => ({
      code,
      name,
      members: inTown,
      ponds: count(of("pond", code)),
      waterAreaMu: roundMu(area(of("water_area", code))),
    })),
    byKind: Object.fromEntries(
      siteKinds.map((kind) => [kind, { sites: count(of(kind)), volumeM3: volume(of(kind)) }]),
    ),
  };
}
export type Summary = Awaited<ReturnType<typeof summarize>>;
