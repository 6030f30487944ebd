import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { doubtMean } from "../bounds.ts";
import { isAlive, purposes } from "../kinds.ts";
import { meanOf } from "../ledger/amount.ts";
import type { Change, Decision, LotState } from "./decision.ts";
import { common, fish, grams, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";
import { move, take } from "./move.ts";

/** 起捕: fish out of the water, weighed. For food they become a harvest lot; for disposal they are a loss. */
export const harvest = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("harvest"),
    lotId: id,
    /** of the new lot of caught fish */
    harvestLotId: id,
    purpose: z.enum(purposes),
    count: fish,
    massG: grams,
    gear: words.optional(),
  }),
  marks: true,
  touches: ({ lotId, harvestLotId }) => ({ lotIds: [lotId, harvestLotId] }),
  decide({ lotId, harvestLotId, purpose, count, massG, gear }, scene): Decision {
    const lot = scene.lot(lotId, "lotId");
    if (!isAlive(lot.form)) throw new Refused("lotId", "production:refused.notAlive");
    const recruited = recruit(lot, { count, massG });
    const full = recruited
      ? { ...lot, count: lot.count + recruited.count, massG: lot.massG + recruited.massG }
      : lot;
    const said = {
      gate: { lotIds: [lotId], purpose },
      columns: { purpose, count, massG },
      details: { gear },
      doubts: [
        ...(recruited ? ["moreThanBooked"] : []),
        ...(lot.form === "standing" ? [] : doubtMean(meanOf(lot), massG / count)),
      ],
    };
    const before: Change[] = recruited ? [{ lotId, ...recruited, reason: "recruit" }] : [];
    if (purpose === "disposal")
      return { ...said, changes: [...before, ...take(full, { count, massG, reason: "loss" }).changes] };
    const { changes, link } = move(full, harvestLotId, { count, massG });
    return {
      ...said,
      lots: [{ id: harvestLotId, siteId: lot.siteId, species: lot.species, form: "harvest" }],
      changes: [...before, ...changes],
      links: [link],
    };
  },
});

/** Nobody counts an open water: a catch beyond what was stocked was there all the same, born or left from before. */
function recruit(lot: LotState, caught: { count: number; massG: number }) {
  if (lot.form !== "standing" || caught.count <= lot.count) return undefined;
  const missing = caught.count - lot.count;
  return { count: missing, massG: Math.max(1, Math.round((caught.massG * missing) / caught.count)) };
}
