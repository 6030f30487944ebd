import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { doubtFeed } from "../bounds.ts";
import { daysBetween } from "../growth/days-between.ts";
import { feeds } from "../kinds.ts";
import { shareOut } from "../ledger/shares.ts";
import type { Decision } from "./decision.ts";
import { common, day, fen, grams, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";

/** Both ends counted. */
const daysOf = (fromOn: string, toOn: string) => daysBetween(fromOn, toOn) + 1;

/** 投喂: what a site was given on a day or over a period; it falls to its lots by their weight. */
export const feeding = defineKind({
  schema: z
    .strictObject({
      ...common,
      kind: z.literal("feeding"),
      siteId: id,
      feed: z.enum(feeds),
      product: words.optional(),
      massG: grams,
      fromOn: day,
      toOn: day,
      costFen: fen.optional(),
    })
    .refine(({ fromOn, toOn }) => fromOn <= toOn && daysOf(fromOn, toOn) <= 31, {
      path: ["toOn"],
      error: "production:refused.period",
    }),
  siteId: ({ siteId }) => siteId,
  touches: ({ siteId }) => ({ siteIds: [siteId] }),
  decide({ siteId, feed, product, massG, fromOn, toOn, costFen }, scene): Decision {
    if (scene.site(siteId).noFeeding) throw new Refused("siteId", "production:refused.noFeeding");
    const lots = scene.lotsAt(siteId);
    const biomassG = lots.reduce((sum, lot) => sum + lot.massG, 0);
    const shares = shareOut(
      massG,
      lots.map((lot) => lot.massG),
    );
    return {
      concerns: lots.map((lot, index) => ({ lotId: lot.id, shareG: shares[index] })),
      doubts: feed === "compound" || biomassG === 0 ? doubtFeed(biomassG, massG, daysOf(fromOn, toOn)) : [],
      columns: { massG, feed, fromOn, toOn, costFen },
      details: { product },
    };
  },
});
