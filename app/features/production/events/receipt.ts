import * as z from "zod";
import { Refused } from "#app/audit/errors.ts";
import { doubtDensity } from "../bounds.ts";
import { isAlive, type LotForm, purposes } from "../kinds.ts";
import { shareOut } from "../ledger/shares.ts";
import type { Change, Decision, LotState, NewLot, Scene } from "./decision.ts";
import { common, fish, grams, id, words } from "./event.ts";
import { defineKind } from "./kind.ts";
import { growth } from "./move.ts";
import { lotThatTakesIn } from "./stocking.ts";

/** Part of what arrived; where nobody counted, its fish are shared out by weight. */
const part = { count: fish.optional(), massG: grams };
const intoLot = z.strictObject({ ...part, lotId: id });

/**
 * 收货: the receiver's own weighing, which empties the lot on the way. What is returned becomes a lot of its own where
 * it came from: it has travelled, and is not what stayed there.
 */
export const receipt = defineKind({
  schema: z.strictObject({
    ...common,
    kind: z.literal("receipt"),
    siteId: id,
    transitLotId: id,
    purpose: z.enum(purposes),
    /** what living fish are, where the water does not say it */
    form: z.enum(["fry", "farmed"]).default("farmed"),
    accepted: intoLot.optional(),
    returned: intoLot.optional(),
    dead: z.strictObject(part).optional(),
    /** the supplier's own number of the lot */
    supplierLot: words.optional(),
    reason: words.optional(),
  }),
  siteId: ({ siteId }) => siteId,
  marks: true,
  touches: ({ siteId, transitLotId, accepted, returned }) => ({
    siteIds: [siteId],
    lotIds: [transitLotId, ...[accepted, returned].flatMap((one) => one?.lotId ?? [])],
    arriving: [transitLotId],
  }),
  decide(event, scene): Decision {
    const { siteId, purpose, accepted, returned, dead } = event;
    const lot = arriving(event, scene);
    const parts = [accepted, returned, dead];
    const counts = countsOf(lot, parts);
    const massG = sum(parts.map((one) => one?.massG ?? 0));
    const differenceG = massG - lot.massG;
    const missing = sum(counts) - lot.count;
    const into = accepted && placeOf(scene, lot, event, { siteId, lotId: accepted.lotId });
    const back =
      returned && placeOf(scene, lot, event, { siteId: lot.siteId, lotId: returned.lotId, isReturn: true });
    const moved = [into, back].flatMap((place, index) =>
      place ? [{ ...place, count: counts[index] as number, massG: parts[index]?.massG as number }] : [],
    );
    const own = { lotId: lot.id };
    const changes: Change[] = [
      ...(differenceG === 0 ? [] : [{ ...own, count: 0, massG: differenceG, reason: growth(differenceG) }]),
      ...(missing === 0 ? [] : [{ ...own, count: missing, massG: 0, reason: "adjust" as const }]),
      ...moved.flatMap(({ lot: { id: lotId }, count, massG }) => [
        { ...own, count: -count, massG: -massG, reason: "move" as const },
        { lotId, count, massG, reason: "move" as const },
      ]),
      ...(dead
        ? [{ ...own, count: -(counts[2] as number), massG: -dead.massG, reason: "loss" as const }]
        : []),
    ];
    return {
      lots: moved.flatMap(({ lot, isNew }) => (isNew ? [lot] : [])),
      changes,
      links: moved.map(({ lot: { id: childId }, count, massG }) => ({
        ...{ parentId: lot.id, childId, count, massG },
      })),
      gate: accepted && { lotIds: [lot.id], purpose },
      doubts: [
        ...(Math.abs(differenceG) > lot.massG / 10 ? ["scaleFar"] : []),
        ...(into && isAlive(into.lot.form)
          ? doubtDensity(scene, siteId, accepted?.massG ?? 0, "accepted")
          : []),
      ],
      columns: {
        ...{ purpose, massG: accepted?.massG ?? 0, reason: event.reason },
        count: accepted && lot.counted ? counts[0] : undefined,
      },
      details: {
        ...{ dispatchedG: lot.massG, differenceG, supplierLot: event.supplierLot },
        ...{
          returnedG: returned?.massG,
          deadG: dead?.massG,
          dead: dead && lot.counted ? counts[2] : undefined,
        },
      },
    };
  },
});

type Receipt = z.output<typeof receipt.schema>;
type Part = { count?: number; massG: number } | undefined;
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

function arriving({ siteId, transitLotId, accepted, returned, dead }: Receipt, scene: Scene) {
  const lot = scene.lot(transitLotId, "transitLotId");
  if (lot.form !== "transit") throw new Refused("transitLotId", "production:refused.notOnTheWay");
  if (lot.receiverId !== null && lot.receiverId !== scene.site(siteId).operatorId)
    throw new Refused("siteId", "production:refused.otherReceiver");
  if (lot.massG === 0) throw new Refused("transitLotId", "production:refused.received");
  if (!accepted && !returned && !dead) throw new Refused("accepted", "production:refused.nothingReceived");
  return lot;
}

/** Fish of each part: what was counted, and of the rest what is left, by weight, one at least. */
function countsOf(lot: LotState, parts: Part[]): number[] {
  if (!lot.counted) return parts.map(() => 0);
  const open = parts.flatMap((one, index) => (one && one.count === undefined ? [{ index, ...one }] : []));
  const left = lot.count - sum(parts.map((one) => one?.count ?? 0)) - open.length;
  if (open.length > 0 && left < 0) throw new Refused("accepted", "production:refused.countsDontFit");
  const shares = shareOut(
    Math.max(0, left),
    open.map(({ massG }) => massG),
  );
  return parts.map((one, index) => {
    const place = open.findIndex((other) => other.index === index);
    return place < 0 ? (one?.count ?? 0) : (shares[place] as number) + 1;
  });
}

/** The lot that takes a part in: caught fish and goods stay what they are, living fish become what the water says. */
function placeOf(
  scene: Scene,
  from: LotState,
  { purpose, form }: Receipt,
  { siteId, lotId, isReturn = false }: { siteId: string; lotId: string; isReturn?: boolean },
): { lot: NewLot; isNew: boolean } {
  const { species, counted, product } = from;
  const rest = { siteId, species, counted, product };
  const still: LotForm | undefined =
    product !== null ? "goods" : purpose !== "rearing" ? "harvest" : isReturn ? form : undefined;
  if (still) return { lot: { ...rest, id: lotId, form: still }, isNew: true };
  const into = lotThatTakesIn(scene, { ...from, form }, siteId, lotId);
  return { lot: { ...rest, id: into.id, form: into.form }, isNew: into.isNew };
}
