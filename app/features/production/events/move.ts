import { Refused } from "#app/audit/errors.ts";
import { Short } from "../errors.ts";
import type { Reason } from "../kinds.ts";
import { removeFrom } from "../ledger/removal.ts";
import type { Change, LotState } from "./decision.ts";

/** Fish are counted where their lot is; goods are not, whatever is said. */
export function countIn(lot: LotState, count: number | undefined) {
  if (!lot.counted) return 0;
  if (count === undefined) throw new Refused("count", "error.required");
  return count;
}

/** Fish out of a lot: what growth the weighing shows, then what leaves, for the reason given. */
export function take(
  lot: LotState,
  { count, massG, reason }: { count: number; massG: number | null; reason: Reason },
): { takenG: number; changes: Change[] } {
  if (lot.counted && count > lot.count) throw new Short(lot.id, "count", count, lot.count);
  if (!lot.counted && massG === null) throw new Refused("massG", "error.required");
  const { takenG, growthG } = lot.counted
    ? removeFrom(lot, { count, massG })
    : { takenG: massG ?? 0, growthG: 0 };
  if (!lot.counted && takenG > lot.massG) throw new Short(lot.id, "massG", takenG, lot.massG);
  return {
    takenG,
    changes: [
      ...(growthG === 0 ? [] : [{ lotId: lot.id, count: 0, massG: growthG, reason: growth(growthG) }]),
      { lotId: lot.id, count: -count, massG: -takenG, reason },
    ],
  };
}

export const growth = (massG: number): Reason => (massG > 0 ? "growth" : "shrink");

/** Fish from one lot into another: the moves of both sum to zero. */
export function move(
  from: LotState,
  toId: string,
  { count, massG }: { count: number; massG: number | null },
) {
  const { takenG, changes } = take(from, { count, massG, reason: "move" });
  return {
    takenG,
    changes: [...changes, { lotId: toId, count, massG: takenG, reason: "move" } satisfies Change],
    link: { parentId: from.id, childId: toId, count, massG: takenG },
  };
}
