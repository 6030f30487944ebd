import * as z from "zod";
import { stages } from "../members/kinds.ts";
import { siteGaps, siteKinds, siteStatuses } from "./kinds.ts";

/** The parameters by which lists of sites are narrowed, on pages and in the API alike. */
export const siteFilter = z.object({
  q: z.string().max(60).optional(),
  town: z
    .string()
    .regex(/^[0-9]{9}$/)
    .optional(),
  kind: z.enum(siteKinds).optional(),
  stage: z.enum(stages).optional(),
  status: z.enum(siteStatuses).optional(),
  organization: z.uuid().optional(),
  household: z
    .string()
    .regex(/^[0-9A-Z-]{1,24}$/)
    .optional(),
  species: z.string().max(40).optional(),
  gap: z.enum(siteGaps).optional(),
});
