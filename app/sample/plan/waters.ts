import { squareMetresPerMu } from "#app/features/sites/area.ts";
import type { SiteStatus } from "#app/features/sites/kinds.ts";
import { type Context, homeOf } from "./context.ts";
import { findOrganization, isKnown, known, type Organization, townName } from "./organizations.ts";
import { planShore } from "./outlines.ts";
import type { Random } from "./random.ts";
import type { MakeSite } from "./sites.ts";
import { addYears } from "./years.ts";

const waterCount = 54;
const totalMu = 5_340;
/** The two large reservoirs, mu. */
const largeMu = [880, 560];
const mediumCount = 8;
const reservoirFromMu = 60;
const withoutRegisteredArea = 6;

const firsts = [..."青白柳石龙松竹枫桃杏梅鹤鹭云清秋桂兰紫碧"];
const seconds = [..."湾溪潭岩崖坪岭峡湖堰"];

/** Sizes in mu, largest first, that add up to the total. */
function planSizes(random: Random) {
  const medium = Array.from({ length: mediumCount }, () => random.between(130, 260));
  const small = Array.from({ length: waterCount - mediumCount - largeMu.length }, () =>
    random.between(14, 105),
  );
  const rest = totalMu - largeMu.reduce((sum, size) => sum + size, 0);
  const factor = rest / [...medium, ...small].reduce((sum, size) => sum + size, 0);
  const sizes = [...medium, ...small].map((size) => Math.round(size * factor * 10) / 10);
  return [...largeMu, ...sizes].sort((a, b) => b - a);
}

/** The large ones lie in the hills of two towns; Junba and Xinhua have one small dam each. */
function planOwners(context: Context, random: Random, members: readonly Organization[]) {
  const others = random.shuffle(members.filter((village) => !isKnown(village)));
  const inTown = (name: string) => others.find((village) => townName(context, village.townCode) === name);
  const hosts = [inTown("平梁镇"), inTown("汉阳镇")] as Organization[];
  const rest = others.filter((village) => !hosts.includes(village));
  const pair = [known.junba, known.xinhua].map((code) => findOrganization(members, code));
  return [...hosts, ...rest.slice(0, waterCount - 4), ...pair];
}

function planNames(random: Random, sizes: readonly number[]) {
  const stems = random.shuffle(firsts.flatMap((first) => seconds.map((second) => first + second)));
  return sizes.map((mu, index) => `${stems[index]}${mu >= reservoirFromMu ? "水库" : "塘坝"}（示例）`);
}

export function planWaters(
  context: Context,
  makeSite: MakeSite,
  members: readonly Organization[],
  enterprises: readonly Organization[],
) {
  const random = context.random.fork("waters");
  const sizes = planSizes(random);
  const owners = planOwners(context, random, members);
  const names = planNames(random, sizes);
  const tenants = ["E06", "E05", "E13"].map((code) => findOrganization(enterprises, code));
  const unregistered = random
    .shuffle(sizes.map((_, index) => index).slice(10, -2))
    .slice(0, withoutRegisteredArea);
  const inRepair = random.integer(15, sizes.length - 5);

  return sizes.map((mu, index) => {
    const owner = owners[index] as Organization;
    const registered = !unregistered.includes(index);
    const isLarge = index < largeMu.length;
    const leased = isLarge || (!isKnown(owner) && random.chance(0.2));
    const isReservoir = mu >= reservoirFromMu;
    // A sketch misses the registered area by some per cent; where it is all there is, it is the area in force.
    const drawnM2 = mu * squareMetresPerMu * (registered ? random.between(0.95, 1.06) : 1);
    const shore = planShore(random, drawnM2);
    const distances: [number, number] = isLarge ? [1_500, 6_000] : [250, 3_000];
    const { origin, outline } = context.land.settleOutline(random, homeOf(owner), distances, shore);
    const since = `202${random.integer(1, 3)}-0${random.integer(1, 9)}-01`;
    const history: [string, SiteStatus][] = [[since, "in_use"]];
    if (index === inRepair) history.push(["2025-10-20", "repair"]);
    const closed = isReservoir && random.chance(0.5);
    return makeSite({
      kind: "water_area",
      owner,
      operator: leased ? (isLarge ? tenants[0] : random.pick(tenants)) : owner,
      name: names[index] as string,
      position: origin,
      outline,
      history,
      registeredAreaMu: registered ? mu : null,
      species: isReservoir ? ["bighead_carp", "silver_carp"] : ["silver_carp", "bighead_carp", "grass_carp"],
      lease: leased ? { from: since, to: addYears(since, 10) } : undefined,
      fundingSource: "village_collective",
      water: {
        waterBody: isReservoir ? "reservoir" : "dam",
        protectionZone: isReservoir
          ? random.pick(["none", "none", "none", "none", "quasi", "level_2"])
          : "none",
        managingBody: `${townName(context, owner.townCode)}水管站（示例）`,
        noFeeding: true,
        closedFrom: closed ? "03-01" : null,
        closedTo: closed ? "06-30" : null,
      },
    });
  });
}
