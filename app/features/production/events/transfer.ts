import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { doubtDensity } from "../bounds.ts";
import { isAlive } from "../kinds.ts";
import type { Decision } from "./decision.ts";
import { common, fish, grams, id } from "./event.ts";
import { defineKind } from "./kind.ts";
import { move } from "./move.ts";
import { lotThatTakesIn } from "./stocking.ts";

/** 转池: fish of one lot go to another site, into a lot of their own. Withdrawals travel along. */
export const transfer = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("transfer"),
    fromLotId: id,
    siteId: id,
    lotId: id,
    count: fish,
    massG: grams.optional(),
  }),
  siteId: ({ siteId }) => siteId,
  marks: true,
  touches: ({ siteId, fromLotId, lotId }) => ({ siteIds: [siteId], lotIds: [fromLotId, lotId] }),
  decide(event, scene): Decision {
    const from = scene.lot(event.fromLotId, "fromLotId");
    if (!isAlive(from.form)) throw new Refused("fromLotId", "production:refused.notAlive");
    if (from.siteId === event.siteId) throw new Refused("siteId", "production:refused.sameSite");
    const into = lotThatTakesIn(scene, from, event.siteId, event.lotId);
    const { takenG, changes, link } = move(from, into.id, {
      count: event.count,
      massG: event.massG ?? null,
    });
    return {
      lots: into.isNew ? [{ id: into.id, siteId: event.siteId, species: from.species, form: into.form }] : [],
      changes,
      links: [link],
      doubts: doubtDensity(scene, event.siteId, takenG, "massG"),
      columns: { count: event.count, massG: takenG },
      details: { fromSiteId: from.siteId },
    };
  },
});
