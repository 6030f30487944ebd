import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { massOf, meanOf } from "../ledger/amount.ts";
import type { Decision } from "./decision.ts";
import { common, grams, id, meanWeight, words } from "./event.ts";
import { defineKind } from "./kind.ts";

export const countMethods = ["all", "sample", "estimate"] as const;

/** 盘点: what is there; the difference to the book is entered with its reason. */
export const count = defineKind({
  schema: z
    .strictObject({
      ...common,
      kind: z.literal("count"),
      lotId: id,
      count: z.coerce.number("error.number").int("error.whole").min(0, "error.positive").max(100_000_000),
      massG: grams.optional(),
      meanG: meanWeight.optional(),
      method: z.enum(countMethods),
      reason: words,
    })
    .refine(({ count, massG }) => count > 0 || massG === undefined, {
      path: ["massG"],
      error: "production:refused.weightless",
    }),
  touches: ({ lotId }) => ({ lotIds: [lotId] }),
  decide({ lotId, count, massG, meanG, method, reason }, scene): Decision {
    const lot = scene.lot(lotId, "lotId");
    if (!lot.counted) throw new Refused("lotId", "production:refused.uncounted");
    const mean = meanG ?? meanOf(lot);
    if (count > 0 && massG === undefined && mean === null)
      throw new Refused("massG", "production:refused.weight");
    const there = { count, massG: massG ?? massOf(count, mean ?? 0) };
    const change = { count: there.count - lot.count, massG: there.massG - lot.massG };
    const far = lot.count > 0 && Math.abs(change.count) / lot.count > 0.2;
    return {
      changes: change.count === 0 && change.massG === 0 ? [] : [{ lotId, ...change, reason: "adjust" }],
      concerns: [{ lotId }],
      asserts: { lotId, assertion: there },
      doubts: far ? ["countFar"] : [],
      columns: { count, massG: there.massG, reason },
      details: { method, ...(massG !== undefined || meanG !== undefined ? { weighed: true } : {}) },
    };
  },
});
