import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { doubtMean } from "../bounds.ts";
import { isAlive } from "../kinds.ts";
import { massOf, meanOf } from "../ledger/amount.ts";
import type { Decision } from "./decision.ts";
import { common, fish, id, meanWeight } from "./event.ts";
import { defineKind } from "./kind.ts";
import { growth } from "./move.ts";

/** 打样: so many fish weighed; the lot has grown (or shrunk) to their mean weight. */
export const sampling = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("sampling"),
    lotId: id,
    count: fish,
    meanG: meanWeight,
  }),
  touches: ({ lotId }) => ({ lotIds: [lotId] }),
  decide({ lotId, count, meanG }, scene): Decision {
    const lot = scene.lot(lotId, "lotId");
    if (!isAlive(lot.form)) throw new Refused("lotId", "production:refused.notAlive");
    if (lot.count === 0) throw new Refused("lotId", "production:refused.empty");
    const massG = massOf(lot.count, meanG) - lot.massG;
    return {
      changes: massG === 0 ? [] : [{ lotId, count: 0, massG, reason: growth(massG) }],
      concerns: [{ lotId }],
      asserts: { lotId, assertion: { meanG } },
      doubts: doubtMean(meanOf(lot), meanG),
      columns: { count, meanG },
    };
  },
});
