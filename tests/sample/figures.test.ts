import { describe, expect, test } from "vitest";
import { isCreditCode } from "#app/features/members/credit-code.ts";
import { squareMetresToMu } from "#app/features/sites/area.ts";
import { outlineArea } from "#app/map/outline/outline.ts";
import { asOf, draws, organizationsById, plan } from "./plan.ts";

const counts = (values: readonly string[]) => values.length - new Set(values).size;

describe.each(draws.map((draw) => [draw.alliance.sampleAsOf, draw] as const))(
  "figures as of %s",
  (day, draw) => {
    const current = draw.memberships.filter(({ leftOn }) => leftOn === null);
    const ofKind = (kind: string) => draw.sites.filter((site) => site.kind === kind);

    test("139 villages of 10 towns, 76 of them members in each town", () => {
      const villages = draw.organizations.filter(({ kind }) => kind === "village");
      expect(villages).toHaveLength(139);
      expect(new Set(villages.map(({ townCode }) => townCode)).size).toBe(10);
      expect(new Set(current.map(({ organizationId }) => organizationId)).size).toBe(76);
      const byId = organizationsById(draw);
      const members = current.map(({ organizationId }) => byId.get(organizationId));
      expect(new Set(members.map((member) => member?.townCode)).size).toBe(10);
      expect(members.map((member) => member?.villageCode)).toEqual(
        expect.arrayContaining(["610921101200", "610921101222"]),
      );
      expect(members.every((member) => member?.kind === "village")).toBe(true);
    });

    test("260 ponds in use or idle", () => {
      const ponds = ofKind("pond");
      expect(ponds).toHaveLength(260);
      expect(ponds.every(({ status }) => status === "in_use" || status === "idle")).toBe(true);
      const owners = [...new Set(ponds.map(({ ownerId }) => ownerId))];
      const sizes = owners.map((owner) => ponds.filter(({ ownerId }) => ownerId === owner).length);
      expect(sizes.filter((size) => size > 4).every((size) => size >= 15 && size <= 40)).toBe(true);
    });

    test("5,300 to 5,400 mu of open water in force, of reservoirs and dams only", () => {
      const waters = ofKind("water_area");
      const mu = waters
        .map(
          (site) =>
            site.registeredAreaMu ?? (site.outline && squareMetresToMu(outlineArea(site.outline))) ?? 0,
        )
        .reduce((sum, area) => sum + area, 0);
      expect(mu).toBeGreaterThanOrEqual(5_300);
      expect(mu).toBeLessThanOrEqual(5_400);
      expect(waters.every(({ waterBody, status }) => waterBody !== null && status !== "ended")).toBe(true);
      expect(waters.every(({ name }) => name.endsWith("（示例）"))).toBe(true);
    });

    test("a voided mistake, a late record and one on behalf, at organizations of the sample's own names", () => {
      const byId = organizationsById(draw);
      expect(draw.slips.map(({ event }) => event.kind)).toEqual([
        "mortality",
        "void",
        "mortality",
        "mortality",
      ]);
      expect(draw.slips.map(({ operatorId }) => byId.get(operatorId)?.name.slice(0, 2))).toEqual(
        Array(4).fill("示例"),
      );
    });

    test("2,500 to 3,500 households", () => {
      expect(draw.households.length).toBeGreaterThan(2_500);
      expect(draw.households.length).toBeLessThan(3_500);
    });

    test("codes, names of waters, credit codes, permits and partnerships stand once", () => {
      expect(counts(draw.organizations.map(({ code }) => code))).toBe(0);
      expect(counts(draw.sites.map(({ code }) => code))).toBe(0);
      expect(counts(draw.households.map(({ code }) => code))).toBe(0);
      expect(counts(ofKind("water_area").map(({ name }) => name))).toBe(0);
      expect(counts(draw.legalEntities.map(({ creditCode }) => creditCode))).toBe(0);
      expect(counts(draw.permits.map(({ kind, number }) => kind + number))).toBe(0);
      const pairs = draw.partnerships.filter(({ toOn }) => toOn === null);
      expect(counts(pairs.map(({ aId, bId, kind }) => [...[aId, bId].sort(), kind].join()))).toBe(0);
    });

    test("every id stands once and is a UUIDv7 of the day", () => {
      const ids = Object.values(draw)
        .flat()
        .flatMap((row) => ("id" in row ? [row.id] : []));
      expect(counts(ids)).toBe(0);
      const midnight = Date.parse(`${day}T00:00:00+08:00`);
      const uuidv7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
      expect(ids.filter((id) => !uuidv7.test(id))).toEqual([]);
      const instants = ids.map((id) => Number.parseInt(id.slice(0, 13).replace("-", ""), 16));
      expect(instants.filter((instant) => instant < midnight || instant > midnight + 60_000)).toEqual([]);
    });

    test("nothing has happened after the day, and all history runs forward", () => {
      const happened = [
        ...draw.memberships.flatMap(({ joinedOn, leftOn }) => [joinedOn, leftOn]),
        ...draw.households.flatMap(({ joinedOn, endedOn }) => [joinedOn, endedOn]),
        ...draw.partnerships.flatMap(({ fromOn, toOn }) => [fromOn, toOn]),
        ...draw.permits.map(({ issuedOn }) => issuedOn),
        ...draw.sites.flatMap(({ statuses }) => statuses.map(({ fromOn }) => fromOn)),
      ];
      expect(happened.filter((when) => when !== null && when > day)).toEqual([]);
      for (const { statuses, status } of draw.sites) {
        const days = statuses.map(({ fromOn }) => fromOn);
        expect(days).toEqual([...new Set(days)].sort());
        expect(statuses.at(-1)?.status).toBe(status);
      }
      for (const row of current) {
        const former = draw.memberships.filter(
          (m) => m.organizationId === row.organizationId && m.leftOn !== null,
        );
        for (const { leftOn } of former) expect(leftOn && leftOn < row.joinedOn).toBe(true);
      }
    });

    test("credit codes have their check character and a region that does not exist", () => {
      const byId = organizationsById(draw);
      for (const { creditCode, organizationId } of draw.legalEntities) {
        expect(isCreditCode(creditCode)).toBe(true);
        expect(creditCode[0]).toBe(byId.get(organizationId)?.kind === "village" ? "N" : "9");
        expect(creditCode.slice(2, 8)).toBe("619999");
      }
    });
  },
);

test("persons and telephone numbers are obviously made up", () => {
  const people = [
    ...plan.contacts,
    ...plan.households.map(({ headName, phone }) => ({ name: headName, phone })),
    ...plan.legalEntities.map(({ representative }) => ({ name: representative, phone: null })),
    ...plan.accounts.map(({ name }) => ({ name, phone: null })),
  ];
  for (const { name, phone } of people) {
    expect(name).toContain("示例");
    if (phone) expect(phone).toMatch(/^10000\d{6}$/);
  }
});

test("what a coordinator would have to mend is there, in small numbers", () => {
  const members = plan.memberships.filter(({ leftOn }) => leftOn === null).map((row) => row.organizationId);
  const reached = new Set(plan.contacts.filter(({ toOn }) => !toOn).map((row) => row.organizationId));
  expect(members.filter((id) => !reached.has(id)).length).toBe(4);
  expect(plan.sites.filter(({ kind, depthM }) => kind === "pond" && depthM === null).length).toBe(5);
  const waters = plan.sites.filter(({ kind }) => kind === "water_area");
  expect(waters.filter(({ registeredAreaMu }) => registeredAreaMu === null).length).toBe(6);
  const licensed = new Set(plan.permits.flatMap(({ siteId }) => siteId ?? []));
  expect(waters.filter(({ id }) => !licensed.has(id)).length).toBe(3);
  const holders = new Set(
    plan.permits.flatMap(({ organizationId, kind }) =>
      kind === "aquaculture" ? (organizationId ?? []) : [],
    ),
  );
  const uncovered = plan.sites.filter(({ kind, operatorId }) => kind === "pond" && !holders.has(operatorId));
  expect(new Set(uncovered.map(({ operatorId }) => operatorId)).size).toBe(4);
  expect(uncovered.length).toBeLessThanOrEqual(16);

  const today = Date.parse(asOf);
  const daysLeft = plan.permits.flatMap(({ expiresOn }) =>
    expiresOn ? [(Date.parse(expiresOn) - today) / 86_400_000] : [],
  );
  expect(daysLeft.filter((days) => days < 0).length).toBe(1);
  expect(daysLeft.filter((days) => days >= 0 && days <= 60).length).toBe(4);
});

test("Junba, Xinhua and Yongfeng carry neutral facts only", () => {
  const byId = organizationsById();
  const known = [...byId.values()].filter(({ code }) => ["101200", "101222", "E01"].includes(code));
  expect(known.map(({ name }) => name).sort()).toEqual(["军坝村", "新华村", "永丰生态农业"].sort());
  for (const { id, code } of known) {
    const own = plan.sites.filter(({ ownerId, operatorId }) => ownerId === id || operatorId === id);
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter(({ status }) => status !== "in_use")).toEqual([]);
    expect(own.filter(({ kind, depthM }) => kind === "pond" && depthM === null)).toEqual([]);
    expect(own.filter((site) => site.kind === "water_area" && site.registeredAreaMu === null)).toEqual([]);
    const ownIds = new Set([id, ...own.map((site) => site.id)]);
    const permits = plan.permits.filter(({ siteId, organizationId }) =>
      ownIds.has(siteId ?? organizationId ?? ""),
    );
    expect(permits.some(({ kind }) => kind === "aquaculture")).toBe(true);
    expect(permits.filter(({ expiresOn }) => expiresOn && expiresOn < "2026-06-15")).toEqual([]);
    expect(
      plan.contacts.some(({ organizationId, role }) => organizationId === id && role === "liaison"),
    ).toBe(true);
    expect(plan.memberships.filter(({ organizationId }) => organizationId === id).length).toBe(
      code === "E01" ? 0 : 1,
    );
  }
  const others = [...byId.values()].filter(({ kind, code }) => kind === "enterprise" && code !== "E01");
  expect(others.every(({ name }) => name.startsWith("示例"))).toBe(true);
});
