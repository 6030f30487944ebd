import * as z from "zod";
import { picture } from "../../sites/schema.ts";
import { day, words } from "../events/event.ts";
import { testKinds } from "../events/test.ts";
import { doseUnits, routes } from "./dose.ts";

const amount = z.coerce.number("error.number").positive("error.positive").max(1_000_000, "error.tooBig");
const whole = (least: number, most: number) =>
  z.coerce.number("error.number").int("error.whole").min(least, "error.positive").max(most, "error.tooBig");

/** A course as it is typed: so many doses, evenly apart. */
export const treatmentForm = z
  .object({
    id: z.uuid(),
    symptom: words,
    disease: words.optional(),
    drugId: z.string().max(60).optional(),
    drugName: words.optional(),
    batch: words.optional(),
    firstOn: day,
    /** left out: the whole day counts as treated */
    firstAt: z.iso.time({ precision: -1, error: "error.invalid" }).optional(),
    doses: whole(1, 31).default(1),
    daysApart: whole(1, 30).default(1),
    amount,
    unit: z.enum(doseUnits, "error.required"),
    route: z.enum(routes).optional(),
    prescriber: words.optional(),
    prescriberKind: z.enum(["veterinarian", "village_veterinarian"]).optional(),
    prescriptionNumber: words.optional(),
    appliedBy: words,
    note: z.string().trim().max(1000, "error.long").optional(),
  })
  .refine(({ drugId, drugName }) => (drugId === undefined) !== (drugName === undefined), {
    path: ["drugId"],
    error: "production:refused.oneDrug",
  });

const item = z
  .object({
    item: words.optional(),
    limit: words.optional(),
    result: words.optional(),
    passed: z.enum(["yes", "no"]).optional(),
  })
  .superRefine((row, context) => {
    if (!Object.values(row).some((value) => value !== undefined)) return;
    for (const field of ["item", "result", "passed"] as const)
      if (row[field] === undefined)
        context.addIssue({ code: "custom", path: [field], message: "error.required" });
  });

export const testForm = z.object({
  id: z.uuid(),
  lotId: z.uuid("error.required"),
  test: z.enum(testKinds, "error.required"),
  sampledOn: day,
  items: z.array(item.optional()).min(1, "error.required"),
  covers: z.array(z.string().max(60)).max(60).default([]),
  laboratory: words.optional(),
  reportNumber: words.optional(),
  reportedOn: day.optional(),
  note: z.string().trim().max(1000, "error.long").optional(),
  reportId: z.uuid(),
  report: picture.optional(),
});

export const purchaseForm = z
  .object({
    id: z.uuid(),
    drugId: z.string().max(60).optional(),
    drugName: words.optional(),
    approvalNumber: words.optional(),
    batch: words,
    amount,
    unit: z.enum(doseUnits, "error.required"),
    boughtOn: day,
    supplier: words,
    invoice: words.optional(),
  })
  .refine(({ drugId, drugName }) => (drugId === undefined) !== (drugName === undefined), {
    path: ["drugId"],
    error: "production:refused.oneDrug",
  });
export type NewPurchase = z.output<typeof purchaseForm> & { organizationId: string };

export const holdForm = z.object({ id: z.uuid(), reason: words });
export const reasonForm = z.object({ reason: words });
