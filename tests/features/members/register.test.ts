import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { EditConflict, Refused } from "#app/audit/errors.ts";
import { updateContacts } from "#app/features/members/queries/contacts.server.ts";
import { findOrganization } from "#app/features/members/queries/find-organization.server.ts";
import {
  countHouseholds,
  findHousehold,
  listHouseholds,
} from "#app/features/members/queries/households.server.ts";
import { listOrganizations } from "#app/features/members/queries/list-organizations.server.ts";
import { joinAlliance, leaveAlliance } from "#app/features/members/queries/memberships.server.ts";
import { endPartnership } from "#app/features/members/queries/partnerships.server.ts";
import { addPartnership, makeAlliance, today } from "../../factories.ts";

test("names and numbers are masked for a town that has no business with them, and can't be searched for", async () => {
  const { viewers, organizations } = await makeAlliance(["village", "otherVillage"]);
  const { village } = organizations;
  const [household] = village.households;
  const seenBy = (viewer: typeof viewers.town, q?: string) =>
    listHouseholds(viewer, { organizationId: village.id, q }, { limit: 10 });
  const find = async (viewer: typeof viewers.town) =>
    (await seenBy(viewer)).items.find(({ id }) => id === household?.id);
  expect(await find(viewers.town)).toMatchObject({
    headName: household?.headName,
    phone: household?.phone,
    note: household?.note,
  });
  for (const viewer of [viewers.otherTown, viewers.inspector]) {
    const masked = await find(viewer);
    expect(masked?.headName).toBe("王**");
    expect(masked?.phone).toBe(`${household?.phone?.slice(0, 3)}****${household?.phone?.slice(-4)}`);
    expect(masked?.note).toBeNull();
    expect((await seenBy(viewer, household?.headName)).items).toEqual([]);
    expect(await findHousehold(viewer, household?.id ?? "")).toBeUndefined();
  }
  expect((await seenBy(viewers.village, household?.headName)).items).toHaveLength(1);
  expect((await seenBy(viewers.otherVillage)).items).toEqual([]);
  expect(await countHouseholds(viewers.otherVillage, {})).toBe(2);
});

test("an enterprise knows its partner's liaison, and neither its other contacts nor its households", async () => {
  const { viewers, organizations } = await makeAlliance(["village", "enterprise"]);
  const { village } = organizations;
  const seen = await findOrganization(viewers.enterprise, village.id, today);
  const [liaison] = village.contacts;
  expect(seen?.contacts).toMatchObject([{ role: "liaison", name: liaison.name, phone: liaison.phone }]);
  expect(seen).toMatchObject({ note: null, partyClasses: [], isOwnConcern: false });
  expect(await countHouseholds(viewers.enterprise, {})).toBe(0);
  const { items } = await listOrganizations(viewers.enterprise, { kind: "village" }, { today, limit: 10 });
  expect(items.map(({ id, households }) => [id, households ?? 0])).toEqual([[village.id, 0]]);
});

test("a partner is known as long as the partnership lasts: not before, not after, through its last day", async () => {
  const { viewers, organizations, writer } = await makeAlliance(["otherVillage", "otherEnterprise"]);
  const { otherVillage: village, otherEnterprise } = organizations;
  const { otherEnterprise: viewer } = viewers;
  const knows = async (day: string) => (await findOrganization(viewer, village.id, day)) !== undefined;
  expect(await knows(today)).toBe(false);
  const { id } = await addPartnership(writer, village.id, otherEnterprise.id);
  expect(await knows(today)).toBe(true);
  expect(await knows("2024-12-31")).toBe(false);
  await endPartnership(writer, { id, toOn: "2026-03-15" });
  expect([await knows("2026-03-15"), await knows("2026-03-16")]).toEqual([true, false]);
});

test("membership has a history: who left may join again, later; nobody is a member twice", async () => {
  const { viewers, organizations, writer } = await makeAlliance(["village"]);
  const { id: organizationId, name: organizationName } = organizations.village;
  const join = (joinedOn: string) =>
    joinAlliance(writer, { id: uuidv7(), organizationId, organizationName, joinedOn });
  const leave = (leftOn: string) => leaveAlliance(writer, { organizationId, organizationName, leftOn });
  await expect(join("2026-01-01")).rejects.toBeInstanceOf(Refused);
  await expect(leave("2024-04-30")).rejects.toBeInstanceOf(Refused);
  await leave("2025-06-30");
  const listed = async (membership: "member" | "former") =>
    (await listOrganizations(viewers.coordinator, { membership }, { today, limit: 10 })).items.length;
  expect([await listed("member"), await listed("former")]).toEqual([0, 1]);
  await expect(join("2025-06-30")).rejects.toBeInstanceOf(Refused);
  await join("2025-07-01");
  const village = await findOrganization(viewers.coordinator, organizationId, today);
  expect(village?.memberships.map(({ joinedOn, leftOn }) => [joinedOn, leftOn])).toEqual([
    ["2025-07-01", null],
    ["2024-05-01", "2025-06-30"],
  ]);
});

test("a contact edited from two windows: the second is told what the first wrote", async () => {
  const { organizations, writer } = await makeAlliance(["village"]);
  const [{ id }] = organizations.village.contacts;
  await updateContacts(writer, [{ id, version: 1, fields: { phone: "13900000001" } }]);
  const conflict = await updateContacts(writer, [{ id, version: 1, fields: { phone: "13900000002" } }]).catch(
    (error) => error,
  );
  expect(conflict).toBeInstanceOf(EditConflict);
  expect(conflict.theirs).toEqual({ phone: "13900000001" });
  expect(await updateContacts(writer, [{ id, version: 1, fields: { phone: "13900000001" } }])).toEqual([]);
});
