import { addDays } from "#app/i18n/day.ts";
import type { Context } from "./context.ts";
import { isKnown, type Organization } from "./organizations.ts";

const memberCount = 76;

/** Days on which the alliance took in villages, and how many of a hundred joined then. */
const waves = [
  { day: "2023-06-16", percent: 34 },
  { day: "2024-03-22", percent: 33 },
  { day: "2024-10-18", percent: 20 },
  { day: "2025-04-18", percent: 13 },
];

function waveOf(index: number, total: number) {
  let upTo = 0;
  for (const { day, percent } of waves) {
    upTo += percent;
    if ((index * 100) / total < upTo) return day;
  }
  throw new Error("the waves add up to less than a hundred");
}

/** Each town gets its share of the members by largest remainder. */
function chooseMembers(context: Context, villages: readonly Organization[]) {
  const random = context.random.fork("members");
  const towns = context.county.towns.map((town) => {
    const own = villages.filter((village) => village.townCode === town.code);
    const share = (own.length * memberCount) / villages.length;
    return { own, places: Math.floor(share), remainder: share - Math.floor(share) };
  });
  const open = memberCount - towns.reduce((sum, town) => sum + town.places, 0);
  for (const town of [...towns].sort((a, b) => b.remainder - a.remainder).slice(0, open)) town.places++;
  return towns.flatMap(({ own, places }) => {
    const certain = own.filter(isKnown);
    const others = random.shuffle(own.filter((village) => !isKnown(village)));
    return [...certain, ...others.slice(0, places - certain.length)];
  });
}

export function planMemberships(context: Context, villages: readonly Organization[]) {
  const chosen = chooseMembers(context, villages);
  const random = context.random.fork("memberships");
  const order = random.shuffle(chosen.filter((village) => !isKnown(village)));
  const joining = [...chosen.filter(isKnown), ...order];
  const joinedOn = new Map(joining.map((village, index) => [village.id, waveOf(index, joining.length)]));
  const members = villages.filter((village) => joinedOn.has(village.id));

  const membership = (organizationId: string, joined: string, leftOn: string | null) => ({
    id: context.nextId(),
    organizationId,
    joinedOn: joined,
    leftOn,
  });
  const current = members.map((village) => membership(village.id, joinedOn.get(village.id) as string, null));

  // History: three that left for good, and one of the last wave that had been a member before.
  const founded = (waves[0] as { day: string }).day;
  const left = random.shuffle(villages.filter((village) => !joinedOn.has(village.id))).slice(0, 3);
  const returned = members.find((village) => joinedOn.get(village.id) === waves.at(-1)?.day) as Organization;
  const former = [...left, returned].map((village) =>
    membership(village.id, founded, addDays(founded, random.integer(260, 560))),
  );
  return { members, joinedOn, memberships: [...current, ...former] };
}
