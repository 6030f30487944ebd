import { addDays } from "#app/i18n/day.ts";
import type { Random } from "../random.ts";
import type { Scribe } from "./scribe.ts";

/** Fry of the own broodstock in spring, sold on for rearing within six weeks; the last are given up. */
export function planHatch(
  { siteId, species, from, until }: { siteId: string; species?: string; from: string; until: string },
  { year, random, scribe }: { year: number; random: Random; scribe: Scribe },
) {
  const day = addDays(`${year}-04-05`, random.integer(0, 25));
  if (species === undefined || day < from || day >= until) return;
  const lotId = scribe.newId(day);
  let count = random.integer(40, 90) * 10_000;
  scribe.write(day, 480, {
    ...{ kind: "hatch", siteId, lotId, species, form: "fry", count, meanG: 0.5 },
    ...{ broodstock: "本场亲鱼（示例）", certificateNumber: `示例检${random.integer(100000, 999999)}` },
  });
  for (const [index, buyer] of ["示例汉阳渔业合作社", "各成员村", "示例鲟业"].entries()) {
    const sold = Math.floor(count * random.between(0.3, 0.45));
    const on = addDays(day, 14 + index * 12);
    scribe.write(on, 540, {
      ...{
        kind: "sale",
        lotId,
        purpose: "rearing",
        count: sold,
        massG: Math.round(sold * (1 + index)),
        buyer,
      },
      priceFen: sold * random.integer(8, 15),
    });
    if (on < until) count -= sold;
  }
  scribe.write(addDays(day, 50), 600, { kind: "emptying", lotId, reason: "苗种季结束，清池消毒" });
}
