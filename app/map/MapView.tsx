import { useRef, useState } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Notice } from "#app/ui/Notice.tsx";
import { useColours } from "./colours.ts";
import { MapTree, type MapTreeProps } from "./MapTree.tsx";
import { useEngine } from "./useEngine.ts";
import { useSeen } from "./useSeen.ts";

type MapViewProps = Omit<MapTreeProps, "base"> & { base?: MapTreeProps["base"]; className?: string };

/** A map. Never the only way to a fact: what it shows stands on the page as well. */
export function MapView({ className = "relative h-80", base = "local", ...props }: MapViewProps) {
  const { t } = useTranslation("map");
  const colours = useColours();
  // A loader answers them anew each time; another object would be another style, and everything drawn again.
  const [settings] = useState(props.settings);
  const place = useRef<HTMLDivElement>(null);
  const wanted = settings.mapboxToken === null ? "maplibre" : "mapbox";
  const { engine, problem, report } = useEngine(wanted, useSeen(place));
  const fatal = problem === "noWebgl" || problem === "notLoaded";
  return (
    <div ref={place} data-map-place className={`overflow-hidden bg-wash ${className}`}>
      {engine && colours && !fatal ? (
        <MapTree
          {...props}
          settings={settings}
          base={base}
          engine={engine}
          colours={colours}
          onError={report}
        />
      ) : (
        !fatal && <p className="grid h-full place-items-center text-sm text-muted">{t("loading")}</p>
      )}
      {problem && (
        <div className="absolute inset-x-2 top-2 z-10">
          <Notice tone="warning">{t(`problem.${problem}`)}</Notice>
        </div>
      )}
      <p className="pointer-events-none absolute start-2 bottom-10 rounded bg-surface/80 px-1.5 text-xs text-muted">
        {t("sketch")}
      </p>
    </div>
  );
}
