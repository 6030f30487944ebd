import * as z from "zod";
import { isMassMortality } from "../bounds.ts";
import type { Decision } from "./decision.ts";
import { common, fish, grams, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";
import { take } from "./move.ts";

export const deathCauses = [
  "unknown",
  "oxygen",
  "disease",
  "transport",
  "heat",
  "cold",
  "predator",
  "other",
] as const;
export const disposals = ["buried", "burnt", "rendered", "other"] as const;

/** 死亡 */
export const mortality = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("mortality"),
    lotId: id,
    count: fish,
    massG: grams.optional(),
    cause: z.enum(deathCauses).default("unknown"),
    disposal: z.enum(disposals).optional(),
    disposalPlace: words.optional(),
  }),
  touches: ({ lotId }) => ({ lotIds: [lotId] }),
  decide({ lotId, count, massG, cause, disposal, disposalPlace }, scene): Decision {
    const lot = scene.lot(lotId, "lotId");
    const { takenG, changes } = take(lot, { count, massG: massG ?? null, reason: "loss" });
    const many = isMassMortality(count, lot.count);
    return {
      changes,
      doubts: many ? ["massMortality"] : [],
      columns: { count, massG: takenG },
      details: { cause, disposal, disposalPlace, ...(many && { massMortality: true }) },
    };
  },
});
