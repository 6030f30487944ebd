import * as z from "zod";
import { day, optional, requiredDay, shortText } from "../../members/schema.ts";
import { deductionsAtMost, sourcesAtMost } from "./kinds.ts";

const number = z.coerce.number("error.number");
/** Typed in yuan, kept in fen. */
const yuan = number
  .positive("error.positive")
  .max(100_000_000, "error.tooBig")
  .transform((value) => Math.round(value * 100));
/** Typed in yuan per kilogram, kept in fen. */
const perKg = number
  .min(0, "error.positive")
  .max(10_000, "error.tooBig")
  .transform((value) => Math.round(value * 100));
const reason = optional(z.string().trim().max(100, "error.long"));

const receipt = z.object({
  id: z.uuid(),
  marketFen: optional(perKg),
  costFen: optional(perKg),
  isRewarded: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  disputed: reason,
});
const advance = z.object({ id: z.uuid(), disputed: reason });
const deduction = z
  .object({ id: z.uuid(), on: optional(day), amountFen: optional(yuan), reason })
  .superRefine((said, context) => {
    if (said.amountFen === null && !said.reason) return;
    for (const name of ["on", "amountFen", "reason"] as const)
      if (said[name] === null) context.addIssue({ code: "custom", path: [name], message: "error.required" });
  });

/** A statement as its form sends it: what the price needs, what is disputed, what is deducted. */
export const settlementForm = z
  .object({
    id: z.uuid(),
    fromOn: requiredDay,
    toOn: requiredDay,
    correctsId: optional(z.uuid()),
    silenceConfirmsOn: requiredDay,
    seenFen: optional(number.int()),
    receipts: z.array(receipt).max(sourcesAtMost).default([]),
    advances: z.array(advance).max(sourcesAtMost).default([]),
    deductions: z.array(deduction).max(deductionsAtMost).default([]),
  })
  .transform(({ receipts, advances, deductions, ...said }) => ({
    ...said,
    facts: {
      receipts,
      advances,
      deductions: deductions.flatMap(({ id, on, amountFen, reason: why }) =>
        on !== null && amountFen !== null && why !== null ? [{ id, on, amountFen, reason: why }] : [],
      ),
    },
  }));

export const confirmForm = z.object({ id: z.uuid() });
export const disputeForm = z.object({
  id: z.uuid(),
  seq: z.coerce.number("error.required").int("error.whole").positive("error.required"),
  reason: shortText,
});
export const paymentForm = z.object({ id: z.uuid(), paidOn: requiredDay, amountFen: yuan, note: reason });
