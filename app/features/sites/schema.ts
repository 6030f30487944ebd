import * as z from "zod";
import { stages } from "../members/kinds.ts";
import { day, latitude, longitude, note, optional, positionComplete, shortText } from "../members/schema.ts";
import {
  fundingSources,
  isTank,
  permitKinds,
  positionSources,
  protectionZones,
  siteKinds,
  siteStatuses,
  waterBodies,
} from "./kinds.ts";
import { largestPicture, pictureKind, pictureName } from "./picture.ts";

const number = z.coerce.number("error.number");
/** Areas are typed in mu and stored in square metres. */
const mu = number.positive("error.positive").max(100_000, "error.tooBig");
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
    householdCode: optional(
      z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[0-9A-Z-]{1,24}$/, "error.household"),
    ),
    leaseFrom: optional(day),
    leaseTo: optional(day),
    fundingSource: optional(z.enum(fundingSources)),
    species: z.array(z.string().max(40)).max(30, "error.long").default([]),
    lng: optional(longitude),
    lat: optional(latitude),
    positionSource: optional(z.enum(positionSources)),
    registeredAreaMu: optional(mu),
    diameterM: optional(number.min(2, "error.diameter").max(20, "error.diameter")),
    depthM: optional(number.positive("error.positive").max(200, "error.tooBig")),
    volumeM3: optional(number.positive("error.positive").max(1e9, "error.tooBig")),
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

/** The picture or PDF sent with a form, under the id the form made for it; looked into, hence asynchronous. */
export const picture = z
  .file("error.file")
  .max(largestPicture, `error.fileTooLarge|${JSON.stringify({ size: "10 MB" })}`)
  .transform(async (file, context) => {
    const content = Buffer.from(await file.arrayBuffer());
    const kind = pictureKind(content);
    if (kind) return { name: pictureName(file.name, kind), mediaType: kind.mediaType, content };
    context.addIssue({ code: "custom", message: "error.pictureKind" });
    return z.NEVER;
  });

const withPicture = { picture: optional(picture), pictureId: z.uuid() };
export const newPermitForm = permitFields.safeExtend({ ...withPicture, id: z.uuid() });
export const permitForm = permitFields.safeExtend({ ...withPicture, version: z.coerce.number().int() });

export const permitEnd = z.object({ endedOn: day, version: z.coerce.number().int() });
export const permitReopening = permitEnd.omit({ endedOn: true });
