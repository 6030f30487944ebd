import * as z from "zod";
import { purposes } from "../kinds.ts";
import type { Decision } from "./decision.ts";
import { common, fen, fish, grams, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";
import { take } from "./move.ts";

/** 销售: fish that leave the alliance's books, to a buyer. */
export const sale = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("sale"),
    lotId: id,
    purpose: z.enum(purposes),
    count: fish,
    massG: grams,
    buyer: words,
    priceFen: fen.optional(),
  }),
  marks: true,
  touches: ({ lotId }) => ({ lotIds: [lotId] }),
  decide({ lotId, purpose, count, massG, buyer, priceFen }, scene): Decision {
    const { changes } = take(scene.lot(lotId, "lotId"), { count, massG, reason: "out" });
    return {
      changes,
      gate: { lotIds: [lotId], purpose },
      columns: { purpose, count, massG },
      details: { buyer, priceFen },
    };
  },
});
