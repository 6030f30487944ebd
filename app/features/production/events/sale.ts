import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { purposes } from "../kinds.ts";
import type { Decision } from "./decision.ts";
import { common, fen, fish, grams, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";
import { countIn, take } from "./move.ts";

/** 销售: fish that leave the alliance's books, to a buyer. */
export const sale = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("sale"),
    lotId: id,
    purpose: z.enum(purposes),
    /** of what is counted */
    count: fish.optional(),
    massG: grams,
    buyer: words,
    priceFen: fen.optional(),
  }),
  marks: true,
  touches: ({ lotId }) => ({ lotIds: [lotId] }),
  decide({ lotId, purpose, massG, buyer, priceFen, ...event }, scene): Decision {
    const lot = scene.lot(lotId, "lotId");
    if (lot.form === "transit") throw new Refused("lotId", "production:refused.onTheWay");
    const count = countIn(lot, event.count);
    const { changes } = take(lot, { count, massG, reason: "out" });
    return {
      changes,
      gate: { lotIds: [lotId], purpose },
      columns: { purpose, count: count || undefined, massG },
      details: { buyer, priceFen },
    };
  },
});
