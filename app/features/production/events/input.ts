import * as z from "zod";
import type { Decision } from "./decision.ts";
import { common, fen, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";

export const inputKinds = ["disinfectant", "probiotic", "substrate", "oxygen", "lime", "other"] as const;

/** 投入品: what goes into the water and is no drug. */
export const input = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("input"),
    siteId: id,
    input: z.enum(inputKinds),
    product: words,
    /** as people say it: "2 袋", "500 g" */
    amount: words,
    costFen: fen.optional(),
  }),
  siteId: ({ siteId }) => siteId,
  touches: ({ siteId }) => ({ siteIds: [siteId] }),
  decide: ({ siteId, input, product, amount, costFen }, scene): Decision => ({
    concerns: scene.lotsAt(siteId).map(({ id }) => ({ lotId: id })),
    columns: { costFen },
    details: { input, product, amount },
  }),
});
