import * as z from "zod";
import { hazardStatuses, severities } from "./kinds.ts";

const town = z
  .string()
  .regex(/^[0-9]{9}$/)
  .optional();
const site = z.uuid().optional();

/** The parameters by which the ledger of hazards is narrowed. */
export const hazardFilter = z.object({
  town,
  severity: z.enum(severities).optional(),
  status: z.enum(hazardStatuses).optional(),
  /** the deadline has passed and the hazard stands */
  overdue: z.enum(["yes"]).optional(),
  /** of the day it was found */
  month: z
    .string()
    .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/)
    .optional(),
  site,
});
export type HazardFilter = z.infer<typeof hazardFilter>;

export const inspectionResults = ["failed", "passed"] as const;

/** The parameters by which the list of inspections is narrowed: with hazards found, or without. */
export const inspectionFilter = z.object({ town, site, result: z.enum(inspectionResults).optional() });
export type InspectionFilter = z.infer<typeof inspectionFilter>;
