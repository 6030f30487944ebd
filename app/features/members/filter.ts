import * as z from "zod";
import { householdFlags, membershipStates, organizationFlags, organizationKinds, stages } from "./kinds.ts";

/** The parameters by which lists of organizations are narrowed, on pages and in the API alike. */
export const organizationFilter = z.object({
  q: z.string().max(60).optional(),
  town: z
    .string()
    .regex(/^[0-9]{9}$/)
    .optional(),
  kind: z.enum(organizationKinds).optional(),
  membership: z.enum(membershipStates).optional(),
  stage: z.enum(stages).optional(),
  flag: z.enum(organizationFlags).optional(),
});

export const householdFilter = z.object({
  q: z.string().max(60).optional(),
  town: z
    .string()
    .regex(/^[0-9]{9}$/)
    .optional(),
  organization: z.uuid().optional(),
  flag: z.enum(householdFlags).optional(),
  /** those that have ended instead of those of today */
  ended: z.literal("only").optional(),
});
