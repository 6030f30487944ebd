import * as z from "zod";
import { isCreditCode } from "./credit-code.ts";
import {
  contactRoles,
  householdFlags,
  organizationFlags,
  organizationKinds,
  partnershipKinds,
  stages,
} from "./kinds.ts";

const required = "error.required";
export const shortText = z.string(required).trim().min(1, required).max(100, "error.long");
/** Conform hands an empty field over as undefined; what is left empty is stored as null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);
export const note = optional(z.string().trim().max(1000, "error.long"));
export const day = z.iso.date("error.day");
export const phone = z
  .string()
  .trim()
  .regex(/^[0-9+ -]{5,20}$/, "error.phone");
const upper = z.string(required).trim().toUpperCase();
export const code = upper.regex(/^[0-9A-Z-]{1,20}$/, "error.code");
export const longitude = z.coerce
  .number("error.number")
  .min(-180, "error.longitude")
  .max(180, "error.longitude");
export const latitude = z.coerce.number("error.number").min(-85, "error.latitude").max(85, "error.latitude");

/** Both or neither. */
export const positionComplete = (place: { lng: number | null; lat: number | null }) =>
  (place.lng === null) === (place.lat === null);

/** What an organization and its town may correct; the rest is the alliance's word on it. */
const placeFields = z.object({
  address: optional(z.string().trim().max(200, "error.long")),
  lng: optional(longitude),
  lat: optional(latitude),
  note,
});
const version = z.coerce.number().int();
export const organizationPlaceEdit = placeFields
  .extend({ version })
  .refine(positionComplete, { path: ["lat"], error: "error.position" });

export const organizationFields = z
  .object({
    ...placeFields.shape,
    kind: z.enum(organizationKinds, required),
    code,
    villageCode: optional(
      z
        .string()
        .trim()
        .regex(/^[0-9]{12}$/, "error.villageCode"),
    ),
    name: shortText,
    townCode: optional(z.string().regex(/^[0-9]{9}$/, "error.town")),
    identityCode: optional(z.string().trim().max(40, "error.long")),
    stages: z.array(z.enum(stages)).default([]),
    flags: z.array(z.enum(organizationFlags)).default([]),
  })
  .refine((fields) => (fields.kind === "village") === (fields.villageCode !== null), {
    path: ["villageCode"],
    error: "error.villageCode",
  })
  .refine((fields) => fields.kind !== "village" || fields.townCode !== null, {
    path: ["townCode"],
    error: "error.town",
  })
  .refine(positionComplete, { path: ["lat"], error: "error.position" });
export type OrganizationFields = z.infer<typeof organizationFields>;

export const newOrganizationFields = organizationFields.safeExtend({ id: z.uuid(), joinedOn: optional(day) });
export const organizationEdit = organizationFields.safeExtend({ version });

export const legalEntityFields = z.object({
  name: shortText,
  creditCode: optional(upper.refine(isCreditCode, "error.creditCode")),
  representative: optional(z.string().trim().max(50, "error.long")),
  fromOn: optional(day),
});
export const legalEntityForm = legalEntityFields.extend({ version });
export type LegalEntityFields = z.infer<typeof legalEntityFields>;

export const contactFields = z.object({
  role: z.enum(contactRoles, required),
  name: shortText,
  phone: optional(phone),
  fromOn: optional(day),
});
export type ContactFields = z.infer<typeof contactFields>;

/** A contact who no longer serves is ended with a day. */
export const contactEdit = contactFields
  .extend({ version, toOn: optional(day) })
  .refine((fields) => !fields.toOn || !fields.fromOn || fields.toOn >= fields.fromOn, {
    path: ["toOn"],
    error: "error.endBeforeStart",
  });

export const householdFields = z
  .object({
    organizationId: z.uuid(required),
    code: upper.regex(/^[0-9A-Z-]{1,24}$/, "error.code"),
    headName: shortText,
    phone: optional(phone),
    people: optional(
      z.coerce.number("error.number").int("error.whole").min(1, "error.people").max(30, "error.people"),
    ),
    flags: z.array(z.enum(householdFlags)).default([]),
    joinedOn: optional(day),
    endedOn: optional(day),
    note,
  })
  .refine((fields) => !fields.endedOn || !fields.joinedOn || fields.endedOn >= fields.joinedOn, {
    path: ["endedOn"],
    error: "error.endBeforeStart",
  });
export type HouseholdFields = z.infer<typeof householdFields>;
export const newHouseholdFields = householdFields.safeExtend({ id: z.uuid() });
export const householdEdit = householdFields.safeExtend({ version });

export const requiredDay = z.string(required).pipe(day);
export const joiningFields = z.object({ id: z.uuid(), joinedOn: requiredDay });
export const leavingFields = z.object({ leftOn: requiredDay });
export const partnershipEnd = z.object({ toOn: requiredDay });
export const organizationEnd = z.object({ version, endedOn: requiredDay });
export const organizationReopening = z.object({ version });

export const partnershipFields = z.object({
  partnerId: z.uuid(required),
  kind: z.enum(partnershipKinds, required),
  fromOn: requiredDay,
  note,
});
export type PartnershipFields = z.infer<typeof partnershipFields>;

export const partyClassFields = z.object({
  year: z.coerce.number("error.number").int().min(2000, "error.year").max(2100, "error.year"),
  class: z.coerce.number(required).int().min(1, required).max(3, required),
});
