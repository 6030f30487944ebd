import { roundHalfUp } from "#app/features/production/ledger/amount.ts";
import { addDays } from "#app/i18n/day.ts";
import { toMu } from "#app/i18n/format.ts";
import type { Random } from "../random.ts";
import type { Scribe } from "./scribe.ts";

/** About twenty fish stocked and ten kilograms caught per mu and year, by reservoir practice (domain.md). */
const stockedPerMu = 20;
const caughtKgPerMu = 10;

type Water = { id: string; species: readonly string[]; areaM2: number };
type Season = { random: Random; scribe: Scribe; from: string; until: string };

const shares: Record<string, { share: number; fryG: number; caughtG: number; price: number }> = {
  bighead_carp: { share: 0.5, fryG: 150, caughtG: 2400, price: 1800 },
  silver_carp: { share: 0.4, fryG: 150, caughtG: 1700, price: 700 },
  grass_carp: { share: 0.15, fryG: 120, caughtG: 1900, price: 1300 },
};

/** Stocked from December to March, netted before the Spring Festival; the years swim together. */
export function planOpenWater({ id: siteId, species, areaM2 }: Water, season: Season) {
  const { random, scribe, from } = season;
  const mu = toMu(areaM2);
  for (const kind of species) {
    const habit = shares[kind];
    if (!habit) continue;
    const stock = (day: string, years: number, meanG: number) => {
      const count = Math.max(
        20,
        roundHalfUp(mu * stockedPerMu * habit.share * years * random.between(0.8, 1.2)),
      );
      const fryId = scribe.newId(day);
      const lotId = scribe.newId(day);
      scribe.write(day, 540, {
        ...{ kind: "buy", siteId, lotId: fryId, species: kind, form: "fry", count },
        ...{ meanG, certificateNumber: `示例检${random.integer(100000, 999999)}` },
        supplier: years > 1 ? "建账前投放（估计）" : "示例月河苗种场",
      });
      scribe.write(day, 555, { kind: "stocking", fromLotId: fryId, siteId, lotId, count });
      return lotId;
    };
    // What was there before the book began, at half its weight.
    const lotId = stock(addDays(from, 1), 1.6, habit.caughtG * 0.45);
    for (const year of yearsOf(season)) {
      const caught = `${year}-01-${String(random.integer(12, 28)).padStart(2, "0")}`;
      if (caught > addDays(from, 20)) netOut({ siteId, mu, kind, habit, lotId, day: caught }, season);
      const stocked = `${year}-02-${String(random.integer(5, 27)).padStart(2, "0")}`;
      if (stocked > addDays(from, 20)) stock(stocked, 1, habit.fryG);
    }
  }
}

const yearsOf = ({ from, until }: Season) => {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

function netOut(
  water: {
    siteId: string;
    mu: number;
    kind: string;
    habit: { share: number; caughtG: number; price: number };
    lotId: string;
    day: string;
  },
  { random, scribe }: Season,
) {
  const { mu, habit, lotId, day } = water;
  const massG = roundHalfUp(mu * caughtKgPerMu * 1000 * habit.share * random.between(0.75, 1.15));
  const meanG = habit.caughtG * random.between(0.9, 1.1);
  const count = Math.max(1, roundHalfUp(massG / meanG));
  const harvestLotId = scribe.newId(day);
  scribe.write(day, 330, {
    ...{ kind: "harvest", lotId, harvestLotId, purpose: "food", count, massG, gear: "大拉网" },
  });
  scribe.write(day, 420, {
    ...{ kind: "sale", lotId: harvestLotId, purpose: "food", count, massG, buyer: "县城农贸市场" },
    priceFen: roundHalfUp((massG / 1000) * habit.price * random.between(0.9, 1.1)),
  });
}
