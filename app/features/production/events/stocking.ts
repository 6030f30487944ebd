import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { doubtDensity } from "../bounds.ts";
import { isAlive, type LotForm } from "../kinds.ts";
import type { Decision, LotState, Scene } from "./decision.ts";
import { common, fish, grams, id } from "./event.ts";
import { defineKind } from "./kind.ts";
import { move } from "./move.ts";

/** 投苗, 投放: fry into the water they grow in. Open water and rice fields have one standing lot a species. */
export const stocking = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("stocking"),
    fromLotId: id,
    siteId: id,
    /** of the new lot, where the site has none that takes them in */
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
    const { siteId, count } = event;
    const into = lotThatTakesIn(scene, from, siteId, event.lotId);
    const { takenG, changes, link } = move(from, into.id, { count, massG: event.massG ?? null });
    return {
      lots: into.isNew ? [{ id: into.id, siteId, species: from.species, form: into.form }] : [],
      changes,
      links: [link],
      gate: { lotIds: [from.id], purpose: "rearing" },
      doubts: doubtDensity(scene, siteId, from.siteId === siteId ? 0 : takenG, "massG"),
      columns: { count, massG: takenG },
    };
  },
});

/** The lot of a site that fish of another go into: the standing one of open water and rice fields, else a new one. */
export function lotThatTakesIn(scene: Scene, from: LotState, siteId: string, newId: string) {
  const { kind } = scene.site(siteId);
  const stands = kind === "water_area" || kind === "rice_field";
  const form: LotForm = stands
    ? "standing"
    : kind === "hatchery" || kind === "holding"
      ? from.form
      : "farmed";
  const standing = stands ? scene.standingAt(siteId, from.species) : undefined;
  return { id: standing?.id ?? newId, isNew: standing === undefined, form };
}
