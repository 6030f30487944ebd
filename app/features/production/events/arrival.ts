import * as z from "zod";
import { doubtDensity } from "../bounds.ts";
import { massOf } from "../ledger/amount.ts";
import type { Decision, Scene } from "./decision.ts";
import { common, fen, fish, grams, id, meanWeight, words } from "./event.ts";

/** Fish that come into the ledger from outside. Their weight, or what one weighs. */
export const arrivalFields = {
  ...common,
  siteId: id,
  /** of the new lot */
  lotId: id,
  species: z.string().min(1, "error.required").max(40),
  form: z.enum(["fry", "farmed"]).default("fry"),
  count: fish,
  massG: grams.optional(),
  meanG: meanWeight.optional(),
  /** 动物检疫合格证明; missing: to be handed in later 待补 */
  certificateNumber: words.optional(),
  costFen: fen.optional(),
};

export const weightGiven = {
  check: (event: { massG?: number; meanG?: number }) =>
    event.massG !== undefined || event.meanG !== undefined,
  problem: { path: ["massG"], error: "production:refused.weight" },
};

export const weightOf = (event: { count: number; massG?: number; meanG?: number }) =>
  event.massG ?? massOf(event.count, event.meanG as number);

type Arrival = z.output<z.ZodObject<typeof arrivalFields>>;

export function arrive(event: Arrival, scene: Scene, details: Record<string, unknown>): Decision {
  const { siteId, lotId, species, form, count, certificateNumber, costFen } = event;
  const massG = weightOf(event);
  return {
    lots: [{ id: lotId, siteId, species, form }],
    changes: [{ lotId, count, massG, reason: "recruit" }],
    doubts: [
      ...(certificateNumber === undefined ? ["certificateMissing"] : []),
      ...doubtDensity(scene, siteId, massG, "massG"),
    ],
    columns: { count, massG, costFen },
    details: { ...details, certificateNumber },
  };
}
