import type { Context } from "./context.ts";
import { isKnown, type Organization } from "./organizations.ts";

/** The classes of the last three whole years; most villages keep theirs. */
export function planPartyClasses(context: Context, members: readonly Organization[]) {
  const random = context.random.fork("party classes");
  const thisYear = Number(context.asOf.slice(0, 4));
  return members.flatMap((village) => {
    const usual = isKnown(village) ? 1 : random.pick([1, 1, 2, 2, 2, 2, 3]);
    return [3, 2, 1].map((yearsAgo) => ({
      organizationId: village.id,
      year: thisYear - yearsAgo,
      class: isKnown(village) || random.chance(0.8) ? usual : 2,
    }));
  });
}
