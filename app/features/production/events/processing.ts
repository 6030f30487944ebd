import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { shareOut } from "../ledger/shares.ts";
import type { Change, Decision, LotState } from "./decision.ts";
import { common, fish, grams, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";
import { countIn, take } from "./move.ts";

/** 加工: lots at a plant become goods. Each product remembers every source by its share of the weight. */
export const processing = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("processing"),
    siteId: id,
    inputs: z
      .array(z.strictObject({ lotId: id, count: fish.optional(), massG: grams }))
      .min(1)
      .max(50),
    /** one lot for each product and size */
    outputs: z
      .array(z.strictObject({ lotId: id, product: words, massG: grams }))
      .min(1)
      .max(20),
    /** heads, bones, skin: weighed, and not kept as lots */
    byProducts: z
      .array(z.strictObject({ product: words, massG: grams }))
      .max(20)
      .optional(),
  }),
  siteId: ({ siteId }) => siteId,
  marks: true,
  touches: ({ siteId, inputs, outputs }) => ({
    siteIds: [siteId],
    lotIds: [...inputs, ...outputs].map(({ lotId }) => lotId),
  }),
  decide({ siteId, inputs, outputs, byProducts = [] }, scene): Decision {
    if (scene.site(siteId).kind !== "plant") throw new Refused("siteId", "production:refused.noPlant");
    const taken = inputs.map(({ lotId, count, massG }) => {
      const lot = scene.lot(lotId, "inputs");
      mayGoIn(lot, siteId);
      return { lot, count: countIn(lot, count ?? shareOfFish(lot, massG)), massG };
    });
    const [first] = taken as [(typeof taken)[number]];
    if (taken.some(({ lot }) => lot.species !== first.lot.species))
      throw new Refused("inputs", "production:refused.oneSpecies");
    if (new Set(taken.map(({ lot }) => lot.id)).size < taken.length)
      throw new Refused("inputs", "error.invalid");
    const inG = totalOf(inputs);
    const outG = totalOf(outputs);
    const percent = Math.round((outG / inG) * 100);
    const shares = sourcesOf(
      taken.map(({ massG }) => massG),
      outputs.map(({ massG }) => massG),
    );
    if (outG < inG * 0.2 || outG + totalOf(byProducts) > inG)
      throw new Refused("outputs", `production:refused.yield|${JSON.stringify({ percent })}`);
    return {
      lots: outputs.map(({ lotId, product }) => ({
        ...{ id: lotId, siteId, species: first.lot.species, form: "goods", counted: false, product },
      })),
      changes: [
        ...taken.flatMap((input, index) => consume(input, totalOf(shares[index] ?? []))),
        ...outputs.flatMap(({ lotId }, place) =>
          shares.flatMap((row): Change[] =>
            row[place] ? [{ lotId, count: 0, massG: row[place], reason: "move" }] : [],
          ),
        ),
      ],
      links: taken.flatMap(({ lot }, index) =>
        outputs.map(({ lotId }, place) => ({
          ...{ parentId: lot.id, childId: lotId, count: 0, massG: shares[index]?.[place] ?? 0 },
        })),
      ),
      gate: { lotIds: taken.map(({ lot }) => lot.id), purpose: "food" },
      doubts: outG < inG * 0.3 || outG > inG * 0.8 ? ["yield"] : [],
      columns: {
        purpose: "food",
        massG: inG,
        count: taken.reduce((all, { count }) => all + count, 0) || undefined,
      },
      details: { outG, lossG: inG - outG - totalOf(byProducts), byProducts },
    };
  },
});

const totalOf = (all: readonly (number | { massG: number })[]) =>
  all.reduce<number>((total, one) => total + (typeof one === "number" ? one : one.massG), 0);

/** Where nobody counted what was cut up: as many as weigh that much, one at least. */
const shareOfFish = ({ count, massG: all }: LotState, massG: number) =>
  massG >= all ? count : Math.min(count, Math.max(1, Math.round((count * massG) / all)));

function mayGoIn({ siteId: at, form }: LotState, siteId: string) {
  if (at !== siteId) throw new Refused("inputs", "production:refused.notHere");
  if (form !== "harvest" && form !== "goods") throw new Refused("inputs", "production:refused.notCaught");
}

/** What of an input went into goods has moved; the rest, and the fish as fish, are gone. */
function consume(
  { lot, ...removal }: { lot: LotState; count: number; massG: number },
  movedG: number,
): Change[] {
  const { changes, takenG } = take(lot, { ...removal, reason: "move" });
  const lost = { count: -removal.count, massG: movedG - takenG };
  return [
    ...changes.slice(0, -1),
    ...(movedG > 0 ? [{ lotId: lot.id, count: 0, massG: -movedG, reason: "move" as const }] : []),
    ...(lost.count === 0 && lost.massG === 0 ? [] : [{ lotId: lot.id, ...lost, reason: "loss" as const }]),
  ];
}

/** Grams of each input (rows) in each output (columns), by largest remainder; no input gives more than it had. */
export function sourcesOf(inputs: readonly number[], outputs: readonly number[]): number[][] {
  let left = shareOut(totalOf(outputs), inputs);
  const columns = outputs.map((massG, index) => {
    const column = index === outputs.length - 1 ? left : shareOut(massG, left);
    left = left.map((grams, row) => grams - (column[row] ?? 0));
    return column;
  });
  return inputs.map((_, row) => columns.map((column) => column[row] ?? 0));
}
