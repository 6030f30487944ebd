import { squareMetresPerMu } from "#app/features/sites/area.ts";
import type { SiteStatus } from "#app/features/sites/kinds.ts";
import { addDays } from "#app/i18n/day.ts";
import { type Context, homeOf } from "./context.ts";
import { moved, turned } from "./geometry.ts";
import { findOrganization, type Organization, townName } from "./organizations.ts";
import type { MakeSite } from "./sites.ts";
import { addYears } from "./years.ts";

/** Cold water comes down in the towns of the north and south; an enterprise of the town rents the raceways there. */
const coldTowns = [
  { town: "观音河镇", tenant: "E03", species: "rainbow_trout", raceways: 6 },
  { town: "铁佛寺镇", tenant: "E04", species: "siberian_sturgeon", raceways: 6 },
  { town: "双河口镇", tenant: "E14", species: "rainbow_trout", raceways: 4 },
  { town: "漩涡镇", tenant: "E07", species: "siberian_sturgeon", raceways: 3 },
  { town: "汉阳镇", tenant: "E13", species: "rainbow_trout", raceways: 2 },
];
const lengthM = 25;
const widthM = 4;
const depthM = 1.2;

export function planRaceways(
  context: Context,
  makeSite: MakeSite,
  members: readonly Organization[],
  enterprises: readonly Organization[],
) {
  const random = context.random.fork("raceways");
  return coldTowns.flatMap(({ town, tenant, species, raceways }) => {
    const village = random.pick(members.filter(({ townCode }) => townName(context, townCode) === town));
    const operator = findOrganization(enterprises, tenant);
    const centre = context.land.settleCircle(random, homeOf(village), [200, 1_800], 60);
    const angle = random.between(0, Math.PI);
    const inUse = `202${random.integer(2, 4)}-03-15`;
    return Array.from({ length: raceways }, (_, index) => {
      // The newest raceway of the largest row is not finished yet.
      const unfinished = tenant === "E03" && index === raceways - 1;
      const history: [string, SiteStatus][] = unfinished
        ? [[addDays(context.asOf, -60), "building"]]
        : [[inUse, "in_use"]];
      return makeSite({
        kind: "raceway",
        owner: village,
        operator,
        name: `${village.name}流水池${index + 1}号`,
        position: moved(centre, turned([0, (index - (raceways - 1) / 2) * (widthM + 3)], angle)),
        history,
        registeredAreaMu: (lengthM * widthM) / squareMetresPerMu,
        depthM,
        volumeM3: lengthM * widthM * depthM,
        species: [species],
        lease: { from: inUse, to: addYears(inUse, 8) },
        fundingSource: random.pick(["su_shaan", "consolidation_fund"]),
      });
    });
  });
}
