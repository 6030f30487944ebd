import { useEffect, useRef, useState } from "react";
import type { Colours } from "../colours.ts";
import type { Engine, EngineMap } from "../engine.ts";
import type { Ring } from "./rings.ts";
import type { TerraDrawing, Tool } from "./terra-draw.ts";
import type { Drawing } from "./useRings.ts";

export type Canvas = { map: EngineMap; engine: Engine };

/** Drawing by the pointer; downloaded once there is a map to draw on. */
export function useTerraDraw(
  canvas: Canvas | undefined,
  {
    colours,
    drawing,
    tool,
    onMove,
    onDrawn,
  }: {
    colours: Colours | undefined;
    drawing: Drawing;
    tool: Tool;
    onMove: (rings: Ring[] | undefined) => void;
    onDrawn: () => void;
  },
) {
  const [pen, setPen] = useState<TerraDrawing>();
  /** What terra-draw shows already, because it came from there. */
  const shown = useRef<Ring[]>();
  const selected = useRef<string>();
  const latest = useRef({ drawing, onMove, onDrawn });
  latest.current = { drawing, onMove, onDrawn };

  useEffect(() => {
    if (!canvas || !colours) return;
    let gone = false;
    let started: TerraDrawing | undefined;
    const begin = async () => {
      const { startDrawing } = await import("./terra-draw.ts");
      started = await startDrawing(
        canvas.map,
        { engine: canvas.engine.name, colours },
        {
          onDrawn(rings, how) {
            latest.current.onMove(undefined);
            selected.current = rings.at(-1)?.id;
            if (how === "changed") shown.current = rings;
            latest.current.drawing.draw(rings);
            if (how === "drawn") latest.current.onDrawn();
          },
          onMove: (rings) => latest.current.onMove(rings),
        },
      );
      if (gone) started.stop();
      else setPen(started);
    };
    void begin();
    return () => {
      gone = true;
      setPen(undefined);
      shown.current = undefined;
      // The map may have gone first, and its layers with it.
      if (canvas.map.getStyle()) started?.stop();
    };
  }, [canvas, colours]);

  const { rings } = drawing;
  useEffect(() => {
    if (!pen) return;
    pen.use(tool);
    shown.current = undefined;
  }, [pen, tool]);
  useEffect(() => {
    if (!pen || shown.current === rings) return;
    shown.current = rings;
    const still = rings.find(({ id }) => id === selected.current) ?? rings.find(({ hole }) => !hole);
    pen.show(rings, tool === "edit" ? still?.id : undefined);
  }, [pen, rings, tool]);
  return pen;
}
