import { expect, test } from "vitest";
import { countHouseholds } from "#app/features/members/queries/households.server.ts";
import { countOrganizations } from "#app/features/members/queries/list-organizations.server.ts";
import { loadTown } from "#app/features/overview/town.server.ts";
import type { SiteKind } from "#app/features/sites/kinds.ts";
import { sumSites } from "#app/features/sites/queries/sum-sites.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { makeAlliance, makeSite, today, townA } from "../../factories.ts";

test("each number of a town is that of the list it leads to, for everybody who looks", async () => {
  const { writer, organizations, viewers } = await makeAlliance();
  const { village, otherVillage } = organizations;
  await insertSites(writer, [
    makeSite({ organizationId: village.id }),
    makeSite({ organizationId: village.id, kind: "water_area", volumeM3: null, registeredAreaM2: 4000 }),
    // Lies in the town, whoever works it.
    makeSite({ organizationId: otherVillage.id }),
    makeSite({ organizationId: village.id, status: "ended" }),
  ]);
  for (const viewer of Object.values(viewers)) {
    const town = await loadTown(viewer, townA, today);
    const listed = { kind: "village", town: townA } as const;
    expect(town?.members).toBe(
      await countOrganizations(viewer, { ...listed, membership: "member" }, { today }),
    );
    expect(town?.villageCount).toBe(await countOrganizations(viewer, listed, { today }));
    expect(town?.households).toBe(await countHouseholds(viewer, { town: townA }));
    for (const { kind, sites } of town?.kinds ?? []) {
      expect([kind, sites]).toEqual([
        kind,
        (await sumSites(viewer, { kind: kind as SiteKind, town: townA })).count,
      ]);
    }
    for (const { id, ponds } of town?.villages ?? []) {
      expect(ponds).toBe((await sumSites(viewer, { kind: "pond", organization: id })).count);
    }
  }
  const town = await loadTown(viewers.coordinator, townA, today);
  expect(town?.kinds).toContainEqual({ kind: "pond", sites: 4, areaM2: expect.any(Number) });
  expect(town?.villages).toHaveLength(2);
});

test("a code that is no town of the county is nobody's", async () => {
  const { viewers } = await makeAlliance([]);
  expect(await loadTown(viewers.coordinator, "610922100", today)).toBeUndefined();
  expect(await loadTown(viewers.coordinator, "x", today)).toBeUndefined();
});
