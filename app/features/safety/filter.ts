import * as z from "zod";
import { inspectionResults, severities, statusChoices } from "./kinds.ts";

const town = z
  .string()
  .regex(/^[0-9]{9}$/)
  .optional();
const site = z.uuid().optional();
const month = z
  .string()
  .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/)
  .optional();

/** The parameters by which the ledger of hazards is narrowed. */
export const hazardFilter = z.object({
  town,
  severity: z.enum(severities).optional(),
  status: z.enum(statusChoices).optional(),
  /** the deadline has passed and the hazard stands */
  overdue: z.enum(["yes"]).optional(),
  /** of the day it was found */
  month,
  site,
});
export type HazardFilter = z.infer<typeof hazardFilter>;

/** The parameters by which the list of inspections is narrowed: with hazards found, or without. */
export const inspectionFilter = z.object({
  town,
  result: z.enum(inspectionResults).optional(),
  month,
  site,
});
export type InspectionFilter = z.infer<typeof inspectionFilter>;
