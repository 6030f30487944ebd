import { roundHalfUp } from "#app/features/production/ledger/amount.ts";
import { addDays } from "#app/i18n/day.ts";
import type { Random } from "../random.ts";
import type { Scribe } from "./scribe.ts";
import { warmthOfWeek } from "./water-year.ts";

/** How a species is raised on feed. Growth: cube root of grams gained by degree-day; the sample's own, with luck in it. */
export type Husbandry = {
  species: string;
  startG: number;
  marketG: number;
  /** °C below which it does not grow */
  above: number;
  isCold: boolean;
  rate: number;
  fcr: number;
  feedName: string;
  /** fen per kg */
  feedPrice: number;
  /** fen per kg of fish */
  price: number;
  supplier: string;
};

type Cycle = {
  husbandry: Husbandry;
  siteId: string;
  count: number;
  /** mean weight on the first day */
  startG: number;
  from: string;
  /** the last day of the harvest season: what is left then is sold */
  latest: string;
  random: Random;
  scribe: Scribe;
  /** From this day on nobody weighed any more. */
  unweighedFrom?: string;
};

const buyers = ["县城农贸市场", "示例鲜活配送", "县乡村振兴集团", "安康水产批发商", "西安水产商"];
const causes = ["unknown", "disease", "oxygen", "predator"] as const;

/** One lot from the fry to the last sale: fed week by week, weighed every two to three weeks, sold in a few batches. */
export function planFedCycle(cycle: Cycle) {
  const { husbandry, siteId, from, random, scribe } = cycle;
  const lotId = scribe.newId(from);
  const luck = random.between(0.88, 1.12);
  let { count } = cycle;
  let meanG = cycle.startG * random.between(0.9, 1.1);
  scribe.write(from, random.integer(480, 660), {
    kind: "buy",
    ...{ siteId, lotId, species: husbandry.species, form: "farmed", count },
    massG: roundHalfUp(count * meanG),
    supplier: husbandry.supplier,
    supplierLot: `M${from.replaceAll("-", "").slice(2)}`,
    certificateNumber: random.chance(0.9) ? `示例检${random.integer(100000, 999999)}` : undefined,
    costFen: count * random.integer(90, 150),
  });
  let weigh = random.integer(1, 2);
  let day = from;
  for (let week = 0; count > 0 && day < cycle.latest; week += 1, day = addDays(day, 7)) {
    const warmth = warmthOfWeek(day, husbandry);
    const before = meanG;
    meanG = grownBy(meanG, husbandry.rate * luck * warmth * random.between(0.9, 1.1));
    const fedG = feedOf({ ...cycle, gainG: (meanG - before) * count, warmth });
    if (fedG > 0)
      scribe.write(addDays(day, 6), random.integer(1050, 1140), {
        kind: "feeding",
        ...{ siteId, feed: "compound", product: husbandry.feedName, massG: fedG },
        ...{ fromOn: day, toOn: addDays(day, 6) },
        costFen: roundHalfUp((fedG / 1000) * husbandry.feedPrice),
      });
    count -= planDeaths(cycle, { lotId, day, week, count });
    if (warmth > 0 && random.chance(0.3)) planInput(cycle, day);
    weigh -= 1;
    const weighed = addDays(day, 4);
    if (weigh <= 0 && (cycle.unweighedFrom === undefined || weighed < cycle.unweighedFrom)) {
      scribe.write(weighed, random.integer(500, 640), {
        kind: "sampling",
        ...{
          lotId,
          count: random.integer(20, 40),
          meanG: Math.round(meanG * random.between(0.97, 1.03) * 10) / 10,
        },
      });
      weigh = random.integer(2, 3);
    }
    if (isReady(cycle, { meanG, day })) {
      const sold = count < 150 || random.chance(0.3) ? count : roundHalfUp(count * random.between(0.3, 0.6));
      planSale(cycle, { lotId, day: addDays(day, 6), count: sold, meanG });
      count -= sold;
    }
  }
  if (count > 0) planSale(cycle, { lotId, day, count, meanG });
}

const grownBy = (meanG: number, rate: number) => (Math.cbrt(meanG) + rate) ** 3;

/** What fish weigh that came in as fry on one day, on another, in an ordinary year. */
export function weightAfter(husbandry: Husbandry, from: string, until: string) {
  let meanG = husbandry.startG;
  for (let day = from; addDays(day, 7) <= until; day = addDays(day, 7))
    meanG = grownBy(meanG, husbandry.rate * warmthOfWeek(day, husbandry));
  return meanG;
}

/** Sold from September until the season ends, when it weighs enough; the cold species all year. */
function isReady({ husbandry, random, latest }: Cycle, { meanG, day }: { meanG: number; day: string }) {
  const month = Number(day.slice(5, 7));
  const inSeason = husbandry.isCold || month >= 9 || month <= Number(latest.slice(5, 7));
  return inSeason && meanG >= husbandry.marketG * random.between(0.9, 1.1) && random.chance(0.35);
}

function feedOf({ husbandry, random, gainG, warmth }: Cycle & { gainG: number; warmth: number }) {
  if (warmth <= 0) return 0;
  return Math.round((gainG * husbandry.fcr * random.between(0.92, 1.1)) / 100) * 100;
}

/** After transport, and in May and June. */
function planDeaths(
  { random, scribe }: Cycle,
  { lotId, day, week, count }: { lotId: string; day: string; week: number; count: number },
) {
  const month = Number(day.slice(5, 7));
  const share = week === 0 ? random.between(0.01, 0.035) : month === 5 || month === 6 ? 0.006 : 0.002;
  if (week > 0 && !random.chance(0.45)) return 0;
  const dead = Math.min(count - 1, Math.max(1, roundHalfUp(count * share * random.between(0.5, 1.6))));
  if (dead <= 0) return 0;
  const on = addDays(day, random.integer(1, 5));
  scribe.write(on, random.integer(420, 480), {
    kind: "mortality",
    ...{ lotId, count: dead, cause: week === 0 ? "transport" : random.pick(causes) },
    ...(dead > count * 0.03 && { disposal: "buried" as const, disposalPlace: "村无害化处理点" }),
  });
  return dead;
}

const inputs = [
  ["disinfectant", "碘制剂（水体消毒）", "500 毫升"],
  ["probiotic", "芽孢杆菌", "1 袋"],
  ["substrate", "底改颗粒", "2 公斤"],
  ["oxygen", "过碳酸钠增氧颗粒", "1 公斤"],
] as const;

function planInput({ siteId, random, scribe }: Cycle, day: string) {
  const [input, product, amount] = random.pick(inputs);
  scribe.write(addDays(day, random.integer(0, 5)), random.integer(540, 600), {
    kind: "input",
    ...{ siteId, input, product, amount },
  });
}

function planSale(
  { husbandry, random, scribe }: Cycle,
  { lotId, day, count, meanG }: { lotId: string; day: string; count: number; meanG: number },
) {
  const harvestLotId = scribe.newId(day);
  const massG = Math.max(count, roundHalfUp(count * meanG * random.between(0.98, 1.02)));
  const purpose = "food" as const;
  scribe.write(day, random.integer(300, 390), {
    kind: "harvest",
    ...{ lotId, harvestLotId, purpose, count, massG, gear: "拉网" },
  });
  scribe.write(day, random.integer(400, 470), {
    kind: "sale",
    ...{ lotId: harvestLotId, purpose, count, massG, buyer: random.pick(buyers) },
    priceFen: roundHalfUp((massG / 1000) * husbandry.price * random.between(0.93, 1.08)),
  });
}
