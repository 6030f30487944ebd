import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { purposes } from "../kinds.ts";
import type { Decision } from "./decision.ts";
import { common, fish, grams, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";
import { countIn, move } from "./move.ts";

/** 发货: weighed onto a vehicle, into a lot in transit that the receipt will empty. */
export const dispatch = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("dispatch"),
    lotId: id,
    transitLotId: id,
    purpose: z.enum(purposes),
    /** of what is counted */
    count: fish.optional(),
    massG: grams,
    receiver: words,
    receiverId: id.optional(),
  }),
  marks: true,
  touches: ({ lotId, transitLotId }) => ({ lotIds: [lotId, transitLotId] }),
  decide({ lotId, transitLotId, purpose, massG, receiver, receiverId, ...event }, scene): Decision {
    const lot = scene.lot(lotId, "lotId");
    if (lot.form === "transit") throw new Refused("lotId", "production:refused.onTheWay");
    const count = countIn(lot, event.count);
    const { changes, link } = move(lot, transitLotId, { count, massG });
    const { siteId, species, counted, product } = lot;
    return {
      lots: [{ id: transitLotId, siteId, species, form: "transit", counted, product, receiverId }],
      changes,
      links: [link],
      gate: { lotIds: [lotId], purpose },
      columns: { purpose, count: count || undefined, massG },
      details: { receiver, receiverId },
    };
  },
});
