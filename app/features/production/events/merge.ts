import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { doubtDensity } from "../bounds.ts";
import type { Decision } from "./decision.ts";
import { common, id } from "./event.ts";
import { defineKind } from "./kind.ts";
import { move } from "./move.ts";

/** 并池: several lots of one species become one, wholly. What withholds one of them withholds all. */
export const merge = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("merge"),
    fromLotIds: z.array(id).min(2, "production:refused.twoLots").max(20),
    siteId: id,
    lotId: id,
  }),
  siteId: ({ siteId }) => siteId,
  marks: true,
  touches: ({ siteId, fromLotIds, lotId }) => ({ siteIds: [siteId], lotIds: [...fromLotIds, lotId] }),
  decide({ fromLotIds, siteId, lotId }, scene): Decision {
    const parents = [...new Set(fromLotIds)].map((one) => scene.lot(one, "fromLotIds"));
    const [first] = parents;
    if (!first || parents.length < 2) throw new Refused("fromLotIds", "production:refused.twoLots");
    if (parents.some(({ form }) => form !== "fry" && form !== "farmed"))
      throw new Refused("fromLotIds", "production:refused.notAlive");
    if (parents.some(({ massG }) => massG === 0)) throw new Refused("fromLotIds", "production:refused.empty");
    if (parents.some(({ species, form }) => species !== first.species || form !== first.form))
      throw new Refused("fromLotIds", "production:refused.oneSpecies");
    const moves = parents.map((from) => move(from, lotId, { count: from.count, massG: from.massG }));
    const massG = moves.reduce((sum, { takenG }) => sum + takenG, 0);
    const arriving = parents.filter((lot) => lot.siteId !== siteId);
    return {
      lots: [{ id: lotId, siteId, species: first.species, form: first.form }],
      changes: moves.flatMap(({ changes }) => changes),
      links: moves.map(({ link }) => link),
      doubts: doubtDensity(
        scene,
        siteId,
        arriving.reduce((sum, lot) => sum + lot.massG, 0),
        "siteId",
      ),
      columns: { count: parents.reduce((sum, { count }) => sum + count, 0), massG },
    };
  },
});
