import * as z from "zod";
import { optional, requiredDay } from "../../members/schema.ts";
import { incomeKinds } from "./kinds.ts";

/** One payment to a village or a household. */
export const incomeForm = z.object({
  id: z.uuid(),
  kind: z.enum(incomeKinds, "error.required"),
  onDay: requiredDay,
  amountFen: z.coerce
    .number("error.number")
    .positive("error.positive")
    .max(100_000_000, "error.tooBig")
    .transform((value) => Math.round(value * 100)),
  householdCode: optional(z.string().trim().toUpperCase().max(24, "error.long")),
  fromOrganizationId: optional(z.uuid()),
  note: optional(z.string().trim().max(500, "error.long")),
});

export const incomeFilter = z.object({
  year: z
    .string()
    .regex(/^20[0-9]{2}$/)
    .optional(),
});
