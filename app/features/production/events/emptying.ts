import * as z from "zod";
import type { Decision } from "./decision.ts";
import { common, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";

/** 清塘: a lot is over; what the book still holds was not there any more. */
export const emptying = defineKind({
  schema: z.strictObject({ ...common, kind: z.literal("emptying"), lotId: id, reason: words }),
  touches: ({ lotId }) => ({ lotIds: [lotId] }),
  decide({ lotId, reason }, scene): Decision {
    const lot = scene.lot(lotId, "lotId");
    const gone = { count: lot.count, massG: lot.massG };
    return {
      changes: gone.massG === 0 ? [] : [{ lotId, count: -gone.count, massG: -gone.massG, reason: "adjust" }],
      concerns: [{ lotId }],
      asserts: { lotId, assertion: { count: 0, massG: 0 } },
      doubts: gone.massG > 0 ? ["notEmpty"] : [],
      columns: { ...gone, reason },
    };
  },
});
