import * as z from "zod";
import {
  day,
  latitude,
  longitude,
  note,
  optional,
  positionComplete,
  shortText,
  stages,
} from "../members/schema.ts";

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

const number = z.coerce.number("error.number");
/** Areas are typed in mu and stored in square metres. */
const mu = number.positive("error.positive").max(100_000, "error.tooLarge");
const monthDay = z
  .string()
  .trim()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/, "error.monthDay");
const trueOrFalse = z.enum(["true", "false"]).transform((value) => value === "true");

/** What a form, a spreadsheet row or a program says of a site. Bounds of domain.md. */
export const siteFields = z
  .object({
    code: z
      .string("error.required")
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-Z-]{1,24}$/, "error.code"),
    name: shortText,
    kind: z.enum(siteKinds, "error.required"),
    stage: z.enum(stages, "error.required"),
    status: z.enum(siteStatuses, "error.required"),
    townCode: z.string("error.required").regex(/^[0-9]{9}$/, "error.town"),
    ownerId: z.uuid("error.required"),
    operatorId: z.uuid("error.required"),
    leaseFrom: optional(day),
    leaseTo: optional(day),
    fundingSource: optional(z.enum(fundingSources)),
    species: z.array(z.string().max(40)).max(30, "error.long").default([]),
    lng: optional(longitude),
    lat: optional(latitude),
    positionSource: optional(z.enum(positionSources)),
    registeredAreaMu: optional(mu),
    diameterM: optional(number.min(2, "error.diameter").max(20, "error.diameter")),
    depthM: optional(number.positive("error.positive").max(200, "error.tooLarge")),
    volumeM3: optional(number.positive("error.positive").max(1e9, "error.tooLarge")),
    waterBody: optional(z.enum(waterBodies)),
    protectionZone: optional(z.enum(protectionZones)),
    managingBody: optional(z.string().trim().max(100, "error.long")),
    noFeeding: optional(trueOrFalse),
    closedFrom: optional(monthDay),
    closedTo: optional(monthDay),
    note,
  })
  .refine(positionComplete, { path: ["lat"], error: "error.position" })
  .refine((site) => !site.leaseFrom || !site.leaseTo || site.leaseTo >= site.leaseFrom, {
    path: ["leaseTo"],
    error: "error.endBeforeStart",
  })
  .refine((site) => (site.closedFrom === null) === (site.closedTo === null), {
    path: ["closedTo"],
    error: "error.closedSeason",
  })
  .refine((site) => !isTank(site.kind) || site.depthM === null || (site.depthM >= 0.8 && site.depthM <= 4), {
    path: ["depthM"],
    error: "error.pondDepth",
  })
  .refine((site) => site.kind === "water_area" || waterFacts.every((field) => site[field] === null), {
    path: ["waterBody"],
    error: "error.waterOnly",
  });
export type SiteFields = z.infer<typeof siteFields>;

const waterFacts = [
  "waterBody",
  "protectionZone",
  "managingBody",
  "noFeeding",
  "closedFrom",
  "closedTo",
] as const;

/** Kinds that are a tank with a diameter. */
export const isTank = (kind: SiteKind) => kind === "pond" || kind === "holding";

export const permitFields = z
  .object({
    kind: z.enum(permitKinds, "error.required"),
    number: shortText,
    issuer: optional(z.string().trim().max(100, "error.long")),
    issuedOn: optional(day),
    expiresOn: optional(day),
  })
  .refine((permit) => !permit.issuedOn || !permit.expiresOn || permit.expiresOn >= permit.issuedOn, {
    path: ["expiresOn"],
    error: "error.endBeforeStart",
  });
export type PermitFields = z.infer<typeof permitFields>;
