import type { Husbandry } from "./fed-cycle.ts";

const hatchery = "示例月河苗种场";

/** Sizes after domain.md: bass 10 g to 500–750 g in a year, grass carp 85 g to 810 g in 178 days, trout 75 g to 750 g in six months. */
export const husbandry = {
  largemouth_bass: {
    ...{ species: "largemouth_bass", startG: 10, marketG: 520, above: 10, isCold: false, rate: 0.00242 },
    ...{ fcr: 1.2, feedName: "加州鲈膨化料", feedPrice: 1150, price: 2800, supplier: "永丰苗种场（示例）" },
  },
  grass_carp: {
    ...{ species: "grass_carp", startG: 85, marketG: 800, above: 12, isCold: false, rate: 0.00255 },
    ...{ fcr: 1.35, feedName: "草鱼膨化料", feedPrice: 620, price: 1400, supplier: hatchery },
  },
  common_carp: {
    ...{ species: "common_carp", startG: 60, marketG: 750, above: 12, isCold: false, rate: 0.0026 },
    ...{ fcr: 1.5, feedName: "鲤鱼配合料", feedPrice: 560, price: 1200, supplier: hatchery },
  },
  rainbow_trout: {
    ...{ species: "rainbow_trout", startG: 75, marketG: 700, above: 4, isCold: true, rate: 0.0029 },
    ...{ fcr: 1.3, feedName: "虹鳟膨化料", feedPrice: 1300, price: 4200, supplier: "示例秦岭冷水鱼苗种场" },
  },
  siberian_sturgeon: {
    ...{ species: "siberian_sturgeon", startG: 60, marketG: 900, above: 6, isCold: true, rate: 0.003 },
    ...{ fcr: 1.6, feedName: "鲟鱼膨化料", feedPrice: 1250, price: 3600, supplier: "外省苗种场（示例）" },
  },
} satisfies Record<string, Husbandry>;

export const husbandryOf = (species: readonly string[]): Husbandry | undefined =>
  Object.values(husbandry).find((one) => species.includes(one.species));
