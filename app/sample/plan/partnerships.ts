import { addDays } from "#app/i18n/day.ts";
import type { Context } from "./context.ts";
import { isCooperative } from "./enterprises.ts";
import { findOrganization, isKnown, known, type Organization } from "./organizations.ts";

type Kind = "village_enterprise" | "chain" | "village_cooperative" | "village_village";

export function planPartnerships(
  context: Context,
  members: readonly Organization[],
  enterprises: readonly Organization[],
  joinedOn: ReadonlyMap<string, string>,
) {
  const random = context.random.fork("partnerships");
  const others = members.filter((village) => !isKnown(village));
  const partnership = (a: Organization, b: Organization, kind: Kind) => ({
    id: context.nextId(),
    aId: a.id,
    bId: b.id,
    kind,
    fromOn: addDays(joinedOn.get(a.id) ?? "2023-06-16", random.integer(20, 140)),
    toOn: null as string | null,
    note: null,
  });
  const pair = [findOrganization(members, known.junba), findOrganization(members, known.xinhua)] as const;

  const farmers = enterprises.filter(
    ({ stages }) => stages.includes("farming") || stages.includes("breeding"),
  );
  const withEnterprises = farmers.flatMap((enterprise) => {
    const near = others.filter(({ townCode }) => townCode === enterprise.townCode);
    const partners = random.shuffle(near.length > 5 ? near : others).slice(0, random.integer(3, 5));
    if (enterprise.code === known.yongfeng) partners.unshift(...pair);
    const kind = isCooperative(enterprise) ? "village_cooperative" : "village_enterprise";
    return partners.map((village) => partnership(village, enterprise, kind));
  });

  const group = enterprises.find(({ kind }) => kind === "group") as Organization;
  const traders = enterprises.filter(({ stages, kind }) => kind !== "group" && !stages.includes("farming"));
  const withGroup = [...pair, ...random.shuffle(others).slice(0, 22), ...traders].map((partner) =>
    partnership(partner, group, "chain"),
  );

  const betweenVillages = context.county.towns.flatMap((town) => {
    const [a, b] = random.shuffle(others.filter(({ townCode }) => townCode === town.code));
    return a && b ? [partnership(a, b, "village_village")] : [];
  });

  // Two that ended after a year.
  const ended = random.shuffle(withEnterprises.filter(({ aId }) => others.some(({ id }) => id === aId)));
  for (const row of ended.slice(0, 2)) row.toOn = addDays(row.fromOn, 180);
  const [hatchery, farm, plant] = ["E02", "E05", "E08"].map((code) =>
    findOrganization(enterprises, code),
  ) as [Organization, Organization, Organization];
  return [
    ...[...withEnterprises, ...withGroup, partnership(...pair, "village_village"), ...betweenVillages],
    ...[partnership(hatchery, farm, "chain"), partnership(farm, plant, "chain")],
  ];
}
