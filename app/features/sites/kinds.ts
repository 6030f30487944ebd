import type { stages } from "../members/kinds.ts";

export const siteKinds = [
  "pond",
  "earth_pond",
  "raceway",
  "water_area",
  "rice_field",
  "hatchery",
  "holding",
  "plant",
  "cold_store",
  "outlet",
] as const;
export const siteStatuses = ["building", "in_use", "idle", "repair", "ended"] as const;
export const fundingSources = [
  "consolidation_fund",
  "village_collective",
  "enterprise",
  "county_group",
  "su_shaan",
  "private",
  "other",
] as const;
export const positionSources = ["surveyed", "phone", "map", "import", "sketch"] as const;
export const waterBodies = ["reservoir", "dam"] as const;
export const protectionZones = ["none", "level_1", "level_2", "quasi"] as const;
export const permitKinds = [
  "aquaculture",
  "facility_land",
  "effluent",
  "water_intake",
  "fry_production",
  "food_production",
  "food_trade",
  "wildlife",
] as const;

export type SiteKind = (typeof siteKinds)[number];
export type SiteStatus = (typeof siteStatuses)[number];

/** The stage a kind of site belongs to unless somebody says otherwise. */
export const stageOfKind: Record<SiteKind, (typeof stages)[number]> = {
  pond: "farming",
  earth_pond: "farming",
  raceway: "farming",
  water_area: "farming",
  rice_field: "farming",
  hatchery: "breeding",
  holding: "sales",
  plant: "processing",
  cold_store: "processing",
  outlet: "sales",
};

/** The letter that stands for a kind in a site's code. */
export const letterOfKind: Record<SiteKind, string> = {
  pond: "P",
  earth_pond: "E",
  raceway: "R",
  water_area: "W",
  rice_field: "F",
  hatchery: "H",
  holding: "T",
  plant: "K",
  cold_store: "C",
  outlet: "S",
};

/** Kinds that cover ground and are drawn as they lie; the others are a point on the map. */
export const hasOutline = (kind: SiteKind) =>
  kind === "water_area" || kind === "earth_pond" || kind === "rice_field";

/** Kinds that are a tank with a diameter. */
export const isTank = (kind: SiteKind) => kind === "pond" || kind === "holding";

/** What a register entry may still lack. */
export const siteGaps = ["position", "area", "size", "permit"] as const;
export type SiteGap = (typeof siteGaps)[number];
