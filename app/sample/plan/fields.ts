import { squareMetresPerMu } from "#app/features/sites/area.ts";
import type { SiteStatus } from "#app/features/sites/kinds.ts";
import { addDays } from "#app/i18n/day.ts";
import { type Context, homeOf } from "./context.ts";
import { isKnown, type Organization, townName } from "./organizations.ts";
import { planPlot } from "./outlines.ts";
import type { MakeSite } from "./sites.ts";

const valleyTowns = ["城关镇", "涧池镇", "蒲溪镇", "平梁镇", "双乳镇"];
const terraceTowns = [...valleyTowns, "漩涡镇"];

function villagesOf(context: Context, members: readonly Organization[], towns: readonly string[]) {
  return members.filter((village) => towns.includes(townName(context, village.townCode)));
}

/** Earth ponds 土塘 of the valley villages; one of them was filled in. */
export function planEarthPonds(context: Context, makeSite: MakeSite, members: readonly Organization[]) {
  const random = context.random.fork("earth ponds");
  const villages = villagesOf(context, members, valleyTowns);
  const filledIn = villages.find((village) => !isKnown(village));
  return villages.flatMap((village) =>
    Array.from({ length: random.integer(0, 2) + (village === filledIn ? 1 : 0) }, (_, index) => {
      const mu = random.integer(20, 95) / 10;
      const plot = planPlot(
        random,
        mu * squareMetresPerMu * random.between(0.95, 1.05),
        random.integer(4, 6),
      );
      const { origin, outline } = context.land.settleOutline(random, homeOf(village), [150, 1_800], plot);
      const history: [string, SiteStatus][] = [[`20${random.integer(15, 22)}-04-01`, "in_use"]];
      if (village === filledIn && index === 0) history.push([addDays(context.asOf, -45), "ended"]);
      return makeSite({
        kind: "earth_pond",
        owner: village,
        name: `${village.name}土塘${index + 1}号`,
        position: origin,
        outline,
        history,
        registeredAreaMu: mu,
        depthM: random.pick([1.6, 1.8, 2, 2.2]),
        species: random.pick([
          ["grass_carp", "silver_carp"],
          ["common_carp", "grass_carp"],
          ["softshell_turtle"],
        ]),
        fundingSource: random.pick(["village_collective", "private"]),
      });
    }),
  );
}

/** Rice–fish fields 稻渔田, used from spring to autumn. */
export function planRiceFields(context: Context, makeSite: MakeSite, members: readonly Organization[]) {
  const random = context.random.fork("rice fields");
  return random
    .shuffle(villagesOf(context, members, terraceTowns))
    .slice(0, 24)
    .map((village) => {
      const mu = random.integer(120, 620) / 10;
      const plot = planPlot(
        random,
        mu * squareMetresPerMu * random.between(0.95, 1.05),
        random.integer(6, 9),
      );
      const { origin, outline } = context.land.settleOutline(random, homeOf(village), [250, 2_500], plot);
      return makeSite({
        kind: "rice_field",
        owner: village,
        name: `${village.name}稻渔田`,
        position: origin,
        outline,
        history: [[`202${random.integer(2, 4)}-05-10`, "in_use"]],
        registeredAreaMu: mu,
        species: ["common_carp"],
        fundingSource: random.pick(["village_collective", "consolidation_fund"]),
      });
    });
}
