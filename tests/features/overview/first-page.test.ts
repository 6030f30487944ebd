import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import type { Viewer } from "#app/auth/viewer.ts";
import { updateContacts } from "#app/features/members/queries/contacts.server.ts";
import { type FirstPageOf, loadFirstPage } from "#app/features/overview/first-page.server.ts";
import { siteGaps } from "#app/features/sites/kinds.ts";
import { insertPermits } from "#app/features/sites/queries/permits.server.ts";
import { sumSites } from "#app/features/sites/queries/sum-sites.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { permitFields } from "#app/features/sites/schema.ts";
import { addDays } from "#app/i18n/day.ts";
import { addPartnership, makeAlliance, makeSite, now, today, townB, unique } from "../../factories.ts";

const permitOf = (organizationId: string, expiresOn: string) => ({
  id: uuidv7(),
  siteId: null,
  organizationId,
  ...permitFields.parse({ kind: "effluent", number: unique(), expiresOn }),
});

async function firstPage<Role extends Viewer["role"]>(viewer: Viewer, role: Role) {
  const page = await loadFirstPage(viewer, now);
  expect(page.role).toBe(role);
  return page as FirstPageOf<Role>;
}

test("a coordinator is told what waits, in numbers that match their lists", async () => {
  const { writer, organizations, viewers } = await makeAlliance();
  const { village, otherVillage } = organizations;
  await insertSites(writer, [
    makeSite({ organizationId: village.id, volumeM3: null, lng: null, lat: null }),
    makeSite({ organizationId: otherVillage.id, townCode: townB, kind: "earth_pond", volumeM3: null }),
  ]);
  await insertPermits(writer, [
    permitOf(village.id, addDays(today, -1)),
    permitOf(village.id, addDays(today, 60)),
    permitOf(otherVillage.id, addDays(today, 30)),
  ]);
  const gone = village.contacts.map(({ id }) => ({ id, version: 1, fields: { toOn: today } }));
  await updateContacts(writer, gone);

  const { needs, summary, stages, changes } = await firstPage(viewers.coordinator, "coordinator");
  expect(needs.permits).toMatchObject({ expired: 1, expiring: 2 });
  expect(needs.uncontacted).toBe(1);
  expect(needs.gaps.size).toBe(1);
  expect(needs.gaps.area).toBe(1);
  for (const gap of siteGaps) {
    expect([gap, needs.gaps[gap]]).toEqual([gap, (await sumSites(viewers.coordinator, { gap })).count]);
  }
  expect(summary.members).toBe(3);
  expect(stages.map(({ count }) => count)).toEqual([0, 2, 0, 0]);
  expect(changes).toHaveLength(8);

  const town = await firstPage(viewers.otherTown, "town");
  expect(town.needs.permits).toMatchObject({ expired: 0, expiring: 1 });
  expect(town.needs.uncontacted).toBe(0);
  expect(town.needs.gaps.size).toBe(0);
  expect(town.town?.villages.map(({ id }) => id)).toEqual([otherVillage.id]);
  expect(town.town?.code).toBe(townB);
  expect(town.permits.map(({ holderId }) => holderId)).toEqual([otherVillage.id]);
});

test("a keeper sees the own sites, due permits and contacts, and nobody else's", async () => {
  const { writer, organizations, viewers } = await makeAlliance();
  const { village, neighbour } = organizations;
  const due = permitOf(village.id, addDays(today, -3));
  await insertPermits(writer, [due, permitOf(village.id, addDays(today, 61)), permitOf(neighbour.id, today)]);
  const page = await firstPage(viewers.village, "village");
  expect(page.sites.map(({ id }) => id)).toEqual(village.sites.map(({ id }) => id));
  expect(page.permits.map(({ id }) => id)).toEqual([due.id]);
  expect(page.contacts.map(({ id }) => id).sort()).toEqual(village.contacts.map(({ id }) => id).sort());
});

test("an enterprise sees partners of today with the liaison alone", async () => {
  const { writer, organizations, viewers } = await makeAlliance();
  const { village, neighbour, enterprise } = organizations;
  await addPartnership(writer, neighbour.id, enterprise.id, { toOn: addDays(today, -1) });
  const page = await firstPage(viewers.enterprise, "enterprise");
  const [liaison] = village.contacts;
  expect(page.partners).toMatchObject([
    { id: village.id, liaisons: [{ name: liaison.name, phone: liaison.phone }] },
  ]);
  expect(page.sites.map(({ id }) => id)).toEqual(enterprise.sites.map(({ id }) => id));
});

test("an inspector gets any pond by lot, and only ponds", async () => {
  const { writer, organizations, viewers } = await makeAlliance(["village", "otherVillage"]);
  const { village } = organizations;
  const more = [makeSite({ organizationId: village.id }), makeSite({ organizationId: village.id })];
  const ended = makeSite({ organizationId: village.id, status: "ended" });
  await insertSites(writer, [...more, ended]);
  const ponds = new Set([...village.sites, ...more].map(({ id }) => id));
  const drawn = new Set<string | undefined>();
  // Each of three is missed by sixty draws once in ten thousand million runs.
  for (let draw = 0; draw < 60; draw += 1) {
    drawn.add((await firstPage(viewers.inspector, "inspector")).pond?.id);
  }
  expect(drawn).toEqual(ponds);
});

test("an empty alliance has a first page for everybody", async () => {
  const { viewers } = await makeAlliance([]);
  const coordinator = await firstPage(viewers.coordinator, "coordinator");
  expect(coordinator.summary).toMatchObject({ members: 0, ponds: 0, waterAreaMu: 0 });
  expect((await firstPage(viewers.town, "town")).town?.villages).toEqual([]);
  expect((await firstPage(viewers.inspector, "inspector")).pond).toBeUndefined();
});
