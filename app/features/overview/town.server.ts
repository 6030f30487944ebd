import type { Viewer } from "#app/auth/viewer.ts";
import { countHouseholds } from "../members/queries/households.server.ts";
import { listOrganizations } from "../members/queries/list-organizations.server.ts";
import { countMembersByTown } from "../members/queries/towns.server.ts";
import { sumSitesByOperator, sumSitesByTown } from "../sites/queries/totals.server.ts";

/** More than any town has; beyond it stands a link to all. */
const villagesShown = 60;

/**
 * A town in numbers and by member village, of what the viewer may see; undefined where the county has no such town.
 * Sites count where they lie, households with their village: a town's sites may be more than its villages operate.
 */
export async function loadTown(viewer: Viewer, code: string, today: string) {
  const [towns, sums, households, villages] = await Promise.all([
    countMembersByTown(viewer, today),
    sumSitesByTown(viewer),
    countHouseholds(viewer, { town: code }),
    listOrganizations(
      viewer,
      { kind: "village", membership: "member", town: code },
      { today, limit: villagesShown },
    ),
  ]);
  const town = towns.find((one) => one.code === code);
  if (!town) return undefined;
  const operated = await sumSitesByOperator(
    viewer,
    villages.items.map(({ id }) => id),
  );
  const of = (operatorId: string, kind: string) =>
    operated.find((sum) => sum.operatorId === operatorId && sum.kind === kind);
  const { villages: villageCount, ...counted } = town;
  return {
    ...counted,
    villageCount,
    households,
    kinds: sums
      .filter(({ townCode }) => townCode === code)
      .map(({ kind, sites, areaM2 }) => ({ kind, sites, areaM2 })),
    villages: villages.items.map(({ id, name, ...village }) => ({
      id,
      name,
      households: village.households ?? 0,
      ponds: of(id, "pond")?.sites ?? 0,
      waterAreaM2: of(id, "water_area")?.areaM2 ?? 0,
    })),
    hasMoreVillages: villages.next !== undefined,
  };
}
export type Town = NonNullable<Awaited<ReturnType<typeof loadTown>>>;
