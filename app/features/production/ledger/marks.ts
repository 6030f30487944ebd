import type { Exposure } from "../events/decision.ts";
import type { Purpose } from "../kinds.ts";

/** A withdrawal on a lot. `endedOn`: the first day it is fit; null: not yet. */
export type Withdrawal = {
  lotId: string;
  eventId: string;
  fromOn: string;
  lastDoseOn: string;
  degreeDays: number | null;
  days: number | null;
  /** since when it stands on this lot, milliseconds */
  fromAt: number;
  endedOn: string | null;
  /** the forecast, where there is one */
  expectedTo: string | null;
};

export type HoldKind = "test_failed" | "unknown_drug" | "off_label" | "inspector" | "breach";
export type Hold = {
  lotId: string;
  originId: string;
  eventId: string | null;
  kind: HoldKind;
  reason: string | null;
  /** milliseconds */
  fromAt: number;
  liftedAt: number | null;
};

type LinkAt = { parentId: string; childId: string; at: number };

/** What withholds the lots that are locked, and how they descend from each other. */
export type Marks = { withdrawals: Withdrawal[]; holds: Hold[]; links: LinkAt[] };

/** Marks that are not written yet. */
export type NewMarks = { withdrawals: Withdrawal[]; holds: Hold[] };

export const unmarked = (): Marks => ({ withdrawals: [], holds: [], links: [] });

/** A lot from an instant on, and every lot that fish of it went into since; with the instant they did. */
export function descendants({ links }: Pick<Marks, "links">, lotId: string, at: number) {
  const since = new Map([[lotId, at]]);
  const open = [lotId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const from = since.get(id) as number;
    for (const { childId, at: linkedAt } of links.filter((link) => link.parentId === id && link.at >= from)) {
      const known = since.get(childId);
      if (known !== undefined && known <= linkedAt) continue;
      since.set(childId, linkedAt);
      open.push(childId);
    }
  }
  return since;
}

/** Puts what befalls lots onto them and onto all that came from them since. Answers what is new, also in `marks`. */
export function expose(
  marks: Marks,
  { id: eventId, at }: { id: string; at: number },
  { lotIds, withdrawal, hold }: Exposure,
): NewMarks {
  const reached = new Map(lotIds.flatMap((lotId) => [...descendants(marks, lotId, at)]));
  return add(marks, {
    withdrawals: withdrawal
      ? [...reached].map(([lotId, fromAt]) => ({
          ...{ lotId, eventId, fromAt, endedOn: null, expectedTo: null },
          ...withdrawal,
        }))
      : [],
    holds: hold
      ? [...reached].map(([lotId, fromAt]) => ({
          ...{ lotId, eventId, originId: eventId, fromAt, liftedAt: null },
          ...{ kind: hold.kind, reason: hold.reason ?? null },
        }))
      : [],
  });
}

/** Fish go from one lot into another: what withholds the one then withholds the whole of the other, and what comes of it. */
export function inherit(marks: Marks, link: LinkAt, day: string): NewMarks {
  marks.links.push(link);
  const { withdrawals, holds } = standingOn(marks, link.parentId, { at: link.at, day });
  const reached = descendants(marks, link.childId, link.at);
  return add(marks, {
    withdrawals: [...reached].flatMap(([lotId, fromAt]) =>
      withdrawals.map((one) => ({ ...one, lotId, fromAt })),
    ),
    holds: [...reached].flatMap(([lotId, fromAt]) =>
      holds.map((one) => ({ ...one, lotId, fromAt, liftedAt: null })),
    ),
  });
}

function add(marks: Marks, { withdrawals, holds }: NewMarks): NewMarks {
  const fresh = {
    withdrawals: withdrawals.filter(
      (one) =>
        !marks.withdrawals.some(({ lotId, eventId }) => lotId === one.lotId && eventId === one.eventId),
    ),
    holds: holds.filter(
      (one) =>
        !marks.holds.some(
          ({ lotId, originId, kind }) =>
            lotId === one.lotId && originId === one.originId && kind === one.kind,
        ),
    ),
  };
  marks.withdrawals.push(...fresh.withdrawals);
  marks.holds.push(...fresh.holds);
  return fresh;
}

/** What withholds a lot at an instant. */
export function standingOn(marks: Marks, lotId: string, { at, day }: { at: number; day: string }) {
  return {
    withdrawals: marks.withdrawals.filter(
      (one) => one.lotId === lotId && one.fromAt <= at && (one.endedOn === null || one.endedOn > day),
    ),
    holds: marks.holds.filter(
      (one) => one.lotId === lotId && one.fromAt <= at && (one.liftedAt === null || one.liftedAt > at),
    ),
  };
}

/**
 * The gate, by purpose: nothing withheld goes to food; what is reared on takes its withdrawal along, but a failed test
 * keeps it; disposal is always allowed. Answers what is in the way.
 */
export function gate(
  marks: Marks,
  { lotId, purpose, at, day }: { lotId: string; purpose: Purpose; at: number; day: string },
): { by: "withdrawal" | "hold"; fitFrom: string | null } | undefined {
  if (purpose === "disposal") return undefined;
  const { withdrawals, holds } = standingOn(marks, lotId, { at, day });
  if (purpose === "rearing")
    return holds.some(({ kind }) => kind === "test_failed") ? { by: "hold", fitFrom: null } : undefined;
  if (holds.length > 0) return { by: "hold", fitFrom: null };
  if (withdrawals.length === 0) return undefined;
  const expected = withdrawals.map(({ expectedTo }) => expectedTo);
  const fitFrom = expected.includes(null) ? null : (expected as string[]).sort().at(-1);
  return { by: "withdrawal", fitFrom: fitFrom ?? null };
}
