import type { SiteStatus } from "#app/features/sites/kinds.ts";
import type { SiteFields } from "#app/features/sites/schema.ts";
import { addDays } from "#app/i18n/day.ts";
import { type Context, homeOf } from "./context.ts";
import { type Metres, moved, type Position, turned } from "./geometry.ts";
import { findOrganization, isKnown, known, type Organization } from "./organizations.ts";
import type { Random } from "./random.ts";
import type { MakeSite } from "./sites.ts";
import { addYears } from "./years.ts";

const pondCount = 260;
/** Tanks of 6 m with 2 m to walk between them. */
const spacing = 8;
const idlePonds = 14;
const withoutDepth = 5;
/** 8,138 m³ of tanks over 260: a tank of 6 m × 1.5 m (42 m³) filled to 1.1 m. */
const waterVolume = 31.3;

/** How many tanks each village has: six bases, and 0 to 4 in every other village. */
function planCounts(random: Random, members: readonly Organization[]) {
  const others = random.shuffle(members.filter((village) => !isKnown(village)));
  const counts = new Map([
    [findOrganization(members, known.junba).id, 36],
    [findOrganization(members, known.xinhua).id, 30],
    ...[24, 20, 18, 16].map((size, index) => [(others[index] as Organization).id, size] as const),
  ]);
  const small = others.slice(4);
  for (const village of small) counts.set(village.id, random.pick([0, 0, 1, 1, 2, 2, 2, 3, 3, 4]));
  let missing = pondCount - [...counts.values()].reduce((sum, count) => sum + count, 0);
  while (missing !== 0) {
    const { id } = random.pick(small);
    const count = (counts.get(id) as number) + Math.sign(missing);
    if (count < 0 || count > 4) continue;
    counts.set(id, count);
    missing -= Math.sign(missing);
  }
  return { counts, largest: others[0] as Organization };
}

/** A tidy grid, wider than deep, around a free place near the village. */
function planGrid(context: Context, random: Random, village: Organization, count: number): Position[] {
  const columns = Math.ceil(Math.sqrt(count * 1.8));
  const rows = Math.ceil(count / columns);
  const radius = (Math.hypot(columns, rows) * spacing) / 2 + 15;
  const centre = context.land.settleCircle(random, homeOf(village), [200, 1_600], radius);
  const angle = random.between(0, Math.PI);
  return Array.from({ length: count }, (_, index) => {
    const place: Metres = [
      ((index % columns) - (columns - 1) / 2) * spacing,
      (Math.floor(index / columns) - (rows - 1) / 2) * -spacing,
    ];
    return moved(centre, turned(place, angle));
  });
}

export function planPonds(
  context: Context,
  makeSite: MakeSite,
  members: readonly Organization[],
  enterprises: readonly Organization[],
  joinedOn: ReadonlyMap<string, string>,
) {
  const random = context.random.fork("ponds");
  const { counts, largest } = planCounts(random, members);

  /** The village runs its tanks itself, but for a third of Xinhua's and one whole base. */
  function operatorOf(village: Organization, index: number) {
    if (village.code === known.xinhua && index >= 20) return findOrganization(enterprises, known.yongfeng);
    return village === largest ? findOrganization(enterprises, "E05") : village;
  }

  const ponds = members.flatMap((village) => {
    const count = counts.get(village.id) ?? 0;
    if (count === 0) return [];
    const started = addDays(joinedOn.get(village.id) as string, random.integer(20, 50));
    const inUse = addDays(started, random.integer(60, 100));
    const species = random.pick([["largemouth_bass"], ["largemouth_bass"], ["grass_carp"], ["common_carp"]]);
    const fundingSource = random.pick<SiteFields["fundingSource"]>([
      "consolidation_fund",
      "consolidation_fund",
      "consolidation_fund",
      "su_shaan",
      "village_collective",
    ]);
    return planGrid(context, random, village, count).map((position, index) => ({
      village,
      operator: operatorOf(village, index),
      name: `${village.name}${index + 1}号池`,
      position,
      species: isKnown(village) ? ["largemouth_bass"] : species,
      fundingSource,
      started,
      inUse,
    }));
  });

  const ordinary = random.shuffle(
    ponds.filter(({ village, operator }) => !isKnown(village) && !isKnown(operator)),
  );
  const idle = ordinary.slice(0, idlePonds);
  const unmeasured = ordinary.slice(idlePonds, idlePonds + withoutDepth);
  return ponds.map((pond) => {
    const { village, operator, started, inUse } = pond;
    const history: [string, SiteStatus][] = [
      [started, "building"],
      [inUse, "in_use"],
    ];
    if (idle.includes(pond)) history.push([addDays(context.asOf, -random.integer(20, 100)), "idle"]);
    const measured = !unmeasured.includes(pond);
    return makeSite({
      kind: "pond",
      owner: village,
      operator,
      name: pond.name,
      position: pond.position,
      history,
      diameterM: 6,
      depthM: measured ? 1.5 : null,
      volumeM3: measured ? waterVolume : null,
      species: pond.species,
      fundingSource: pond.fundingSource,
      lease: operator === village ? undefined : { from: inUse, to: addYears(inUse, 10) },
    });
  });
}
