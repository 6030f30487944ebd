import { useMemo, useReducer } from "react";
import type { Outline } from "./outline.ts";
import { type Ring, readRings, ringsOf } from "./rings.ts";

type History = { past: Ring[][]; rings: Ring[]; future: Ring[][] };
type Action = { kind: "draw"; rings: Ring[] } | { kind: "undo" } | { kind: "redo" };

const mostSteps = 200;

function step({ past, rings, future }: History, action: Action): History {
  switch (action.kind) {
    case "draw":
      return { past: [...past, rings].slice(-mostSteps), rings: action.rings, future: [] };
    case "undo": {
      const before = past.at(-1);
      return before
        ? { past: past.slice(0, -1), rings: before, future: [rings, ...future] }
        : history(past, rings, future);
    }
    case "redo": {
      const [after, ...rest] = future;
      return after ? { past: [...past, rings], rings: after, future: rest } : history(past, rings, future);
    }
  }
}

const history = (past: Ring[][], rings: Ring[], future: Ring[][]): History => ({ past, rings, future });

/** The rings being drawn, whoever changes them: pointer, list or file; every change can be undone. */
export function useRings(initial: Outline | null) {
  const [{ past, rings, future }, dispatch] = useReducer(step, initial, (outline) =>
    history([], ringsOf(outline), []),
  );
  const reading = useMemo(() => readRings(rings), [rings]);
  return {
    rings,
    reading,
    draw: (next: Ring[]) => dispatch({ kind: "draw", rings: next }),
    undo: () => dispatch({ kind: "undo" }),
    redo: () => dispatch({ kind: "redo" }),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
  };
}
export type Drawing = ReturnType<typeof useRings>;
