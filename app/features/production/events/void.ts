import * as z from "zod";
import { id } from "./event.ts";

/**
 * 作废: an event that never was. It stands at the time of what it voids, with its entries turned round. A reason may be
 * left out by the author within ten minutes.
 */
export const voiding = z.strictObject({
  id,
  kind: z.literal("void"),
  eventId: id,
  reason: z.string().trim().max(200, "error.long").optional(),
});
export type Voiding = z.output<typeof voiding>;

const undoMs = 10 * 60 * 1000;

/** An undo: the author's own, and at once. */
export const isUndo = (
  event: { accountId: string | null; recordedAt: Date },
  { userId, now }: { userId: string; now: Date },
) => event.accountId === userId && now.getTime() - event.recordedAt.getTime() <= undoMs;
