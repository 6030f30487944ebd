import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { doubtDensity } from "../bounds.ts";
import { sumOf } from "../ledger/amount.ts";
import type { Decision } from "./decision.ts";
import { common, fish, grams, id } from "./event.ts";
import { defineKind } from "./kind.ts";
import { move } from "./move.ts";

/** 分池: one lot is graded or thinned out into several, each with a lot of its own. */
export const split = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("split"),
    fromLotId: id,
    into: z
      .array(z.strictObject({ siteId: id, lotId: id, count: fish, massG: grams.optional() }))
      .min(1)
      .max(20),
  }),
  marks: true,
  touches: ({ fromLotId, into }) => ({
    siteIds: into.map(({ siteId }) => siteId),
    lotIds: [fromLotId, ...into.map(({ lotId }) => lotId)],
  }),
  decide({ fromLotId, into }, scene): Decision {
    const from = scene.lot(fromLotId, "fromLotId");
    if (from.form !== "fry" && from.form !== "farmed")
      throw new Refused("fromLotId", "production:refused.notAlive");
    let left = from;
    const moves = into.map(({ lotId, count, massG }) => {
      const moved = move(left, lotId, { count, massG: massG ?? null });
      const change = sumOf(moved.changes.filter((one) => one.lotId === from.id));
      left = { ...left, count: left.count + change.count, massG: left.massG + change.massG };
      return moved;
    });
    const massG = moves.reduce((sum, { takenG }) => sum + takenG, 0);
    return {
      lots: into.map(({ siteId, lotId }) => ({
        id: lotId,
        siteId,
        species: from.species,
        form: from.form,
      })),
      changes: moves.flatMap(({ changes }) => changes),
      links: moves.map(({ link }) => link),
      doubts: into.flatMap(({ siteId }, index) =>
        siteId === from.siteId ? [] : doubtDensity(scene, siteId, moves[index]?.takenG ?? 0, "into"),
      ),
      columns: { count: into.reduce((sum, { count }) => sum + count, 0), massG },
    };
  },
});
