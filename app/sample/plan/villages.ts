import { type Context, type County, homeOf } from "./context.ts";
import { metresBetween, moved, type Position } from "./geometry.ts";
import { isKnown, type Organization, townName } from "./organizations.ts";
import type { Random } from "./random.ts";

const farthestFromTown = 9_000;
const fromBoundary = 500;

function nearestTown({ towns }: County, position: Position) {
  const distances = towns.map((town) => metresBetween(homeOf(town), position));
  return towns[distances.indexOf(Math.min(...distances))]?.code;
}

/** Of a dozen places nearer to this town than to any other, the one that keeps most distance to the villages so far. */
function planHome({ county, land }: Context, random: Random, townCode: string, homes: readonly Position[]) {
  const town = county.towns.find((candidate) => candidate.code === townCode);
  if (!town) throw new Error(`no town ${townCode}`);
  let best: Position | undefined;
  let bestDistance = -1;
  for (let found = 0, attempt = 0; found < 12 && attempt < 400; attempt++) {
    const angle = random.between(0, 2 * Math.PI);
    const reach = farthestFromTown * Math.sqrt(random.next());
    const place = moved(homeOf(town), [Math.cos(angle) * reach, Math.sin(angle) * reach]);
    if (!land.isWellInside(place, fromBoundary) || nearestTown(county, place) !== townCode) continue;
    found++;
    const distance = Math.min(...homes.map((home) => metresBetween(home, place)), farthestFromTown);
    if (distance > bestDistance) [best, bestDistance] = [place, distance];
  }
  if (!best) throw new Error(`no place for a village of ${town.name}`);
  return best;
}

function planFlags(random: Random, code: string): Organization["flags"] {
  if (isKnown({ code })) return ["revitalization_model"];
  const flags: Organization["flags"] = [];
  if (random.chance(0.2)) flags.push("green_village");
  if (random.chance(0.12)) flags.push("revitalization_model");
  if (random.chance(0.45)) flags.push("lifted_from_poverty");
  return flags;
}

/** Every village of the county with a made-up place near its town; communities raise no fish. */
export function planVillages(context: Context): Organization[] {
  const { county, land, nextId } = context;
  const random = context.random.fork("villages");
  const homes: Position[] = [];
  return county.villages
    .filter((village) => village.kind === "village")
    .map(({ code, name, townCode }) => {
      const home = planHome(context, random, townCode, homes);
      homes.push(home);
      land.claim({ centre: home, radius: 120 });
      return {
        id: nextId(),
        kind: "village",
        code: code.slice(6),
        villageCode: code,
        name,
        townCode,
        identityCode: null,
        stages: [],
        flags: planFlags(random, code.slice(6)),
        address: `${county.name}${townName(context, townCode)}${name}`,
        lng: home[0],
        lat: home[1],
        note: null,
      };
    });
}
