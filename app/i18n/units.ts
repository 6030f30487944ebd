/** A unit after its number: Chinese, then English as one word or as [one, other]. */
export const units = {
  mu: ["亩", "mu"],
  squareMetre: ["平方米", "m²"],
  cubicMetre: ["立方米", "m³"],
  metre: ["米", "m"],
  kilometre: ["公里", "km"],
  kilogram: ["公斤", "kg"],
  jin: ["斤", "jin"],
  tonne: ["吨", "t"],
  yuan: ["元", "yuan"],
  degree: ["℃", "°C"],
  percent: ["%", "%"],
  village: ["个村", ["village", "villages"]],
  town: ["个镇", ["town", "towns"]],
  enterprise: ["家企业", ["enterprise", "enterprises"]],
  household: ["户", ["household", "households"]],
  person: ["人", ["person", "people"]],
  pond: ["口", ["pond", "ponds"]],
  waterArea: ["处", ["water area", "water areas"]],
  site: ["处", ["site", "sites"]],
  permit: ["本", ["permit", "permits"]],
  item: ["条", ["item", "items"]],
  row: ["行", ["row", "rows"]],
  day: ["天", ["day", "days"]],
} as const satisfies Record<string, readonly [string, string | readonly [string, string]]>;

export type Unit = keyof typeof units;
