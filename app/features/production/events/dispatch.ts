import * as z from "zod";
import { purposes } from "../kinds.ts";
import type { Decision } from "./decision.ts";
import { common, fish, grams, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";
import { move } from "./move.ts";

/** 发货: weighed onto a vehicle, into a lot in transit that the receipt will empty. */
export const dispatch = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("dispatch"),
    lotId: id,
    transitLotId: id,
    purpose: z.enum(purposes),
    count: fish,
    massG: grams,
    receiver: words,
    receiverId: id.optional(),
  }),
  marks: true,
  touches: ({ lotId, transitLotId }) => ({ lotIds: [lotId, transitLotId] }),
  decide({ lotId, transitLotId, purpose, count, massG, receiver, receiverId }, scene): Decision {
    const lot = scene.lot(lotId, "lotId");
    const { changes, link } = move(lot, transitLotId, { count, massG });
    return {
      lots: [{ id: transitLotId, siteId: lot.siteId, species: lot.species, form: "transit" }],
      changes,
      links: [link],
      gate: { lotIds: [lotId], purpose },
      columns: { purpose, count, massG },
      details: { receiver, receiverId },
    };
  },
});
