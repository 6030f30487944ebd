import { useCallback, useEffect, useState } from "react";
import { type Engine, loadEngine } from "./engine.ts";

export type MapProblem = "tokenRefused" | "noWebgl" | "notLoaded" | "basemapAway";

/** Downloads the engine once its map is seen; a refused token turns to the one that needs none. */
export function useEngine(wanted: Engine["name"], seen: boolean) {
  const [name, setName] = useState(wanted);
  const [engine, setEngine] = useState<Engine>();
  const [problem, setProblem] = useState<MapProblem>();

  useEffect(() => {
    if (!seen) return;
    let gone = false;
    loadEngine(name).then(
      (loaded) => !gone && setEngine(loaded),
      () => !gone && setProblem("notLoaded"),
    );
    return () => {
      gone = true;
    };
  }, [name, seen]);

  /** Takes an engine's error event; without a map to it none could be made. */
  const report = useCallback(
    ({ error, target }: { error: Error & { status?: number }; target?: unknown }) => {
      if (
        name === "mapbox" &&
        (error.status === 401 || error.status === 403 || /access token/i.test(error.message))
      ) {
        setProblem("tokenRefused");
        setEngine(undefined);
        setName("maplibre");
      } else if (!target) setProblem("noWebgl");
      else setProblem((before) => before ?? "basemapAway");
    },
    [name],
  );
  return { engine: engine?.name === name ? engine : undefined, problem, report };
}
