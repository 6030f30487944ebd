import * as z from "zod";

/** Ids are made by whoever writes; the same id again is the same event. */
export const id = z.uuid("error.required");
export const fish = z.coerce
  .number("error.number")
  .int("error.whole")
  .min(1, "error.positive")
  .max(100_000_000, "error.tooBig");
/** Grams, whole; at most a thousand tonnes. */
export const grams = z.coerce
  .number("error.number")
  .int("error.whole")
  .min(1, "error.positive")
  .max(1_000_000_000, "error.tooBig");
/** Grams per fish. */
export const meanWeight = z.coerce
  .number("error.number")
  .positive("error.positive")
  .max(200_000, "error.tooBig");
export const fen = z.coerce.number("error.number").int("error.whole").min(0, "error.positive").max(1e12);
export const day = z.iso.date("error.day");
export const words = z.string("error.required").trim().min(1, "error.required").max(200, "error.long");

/** What every event says of itself. `accept` names the doubts that the writer has confirmed. */
export const common = {
  id,
  occurredAt: z.iso.datetime({ offset: true, error: "error.time" }),
  note: z.string().trim().max(1000, "error.long").optional(),
  accept: z.array(z.string().max(40)).max(20).default([]),
};
