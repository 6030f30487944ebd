import type { HouseholdFields } from "#app/features/members/schema.ts";
import { addDays } from "#app/i18n/day.ts";
import type { Context } from "./context.ts";
import type { Organization } from "./organizations.ts";
import { planHeadName, planPhone } from "./people.ts";
import type { Random } from "./random.ts";

type Flags = HouseholdFields["flags"];

/** 脱贫户 a third to two fifths, 监测户 (never both at once here) four of a hundred, 党员户 one of eleven. */
function planFlags(random: Random): Flags {
  const standing = random.next();
  const flags: Flags = standing < 0.37 ? ["lifted"] : standing < 0.41 ? ["monitored"] : [];
  if (random.chance(0.09)) flags.push("party");
  return flags;
}

export function planHouseholds(
  context: Context,
  members: readonly Organization[],
  joinedOn: ReadonlyMap<string, string>,
) {
  const random = context.random.fork("households");
  return members.flatMap((village) =>
    Array.from({ length: random.integer(20, 58) }, (_, index) => {
      const joined = addDays(joinedOn.get(village.id) as string, random.integer(0, 150));
      return {
        id: context.nextId(),
        organizationId: village.id,
        code: `${village.code}-${String(index + 1).padStart(3, "0")}`,
        headName: planHeadName(random, index + 1),
        phone: random.chance(0.75) ? planPhone(random) : null,
        people: random.pick([1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6]),
        flags: planFlags(random),
        joinedOn: joined,
        endedOn: random.chance(0.015) ? addDays(joined, random.integer(30, 90)) : null,
        note: null,
      };
    }),
  );
}
