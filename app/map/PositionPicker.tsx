import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";
import { AddressSearch } from "./AddressSearch.tsx";
import { accuracyLayers, accuracySource } from "./accuracy.ts";
import { BasemapSelect, basemapToDrawOn } from "./BasemapSelect.tsx";
import { type Bounds, boundsAround } from "./bounds.ts";
import type { EngineMap } from "./engine.ts";
import { MapView } from "./MapView.tsx";
import { type Place, PlaceMarker, roundPlace } from "./PlaceMarker.tsx";
import type { MapSettings } from "./settings.ts";
import { type Surroundings, surroundingsLayers, surroundingsSource } from "./surroundings.ts";
import { useWhereIAm } from "./useWhereIAm.ts";
import { Whereabouts } from "./Whereabouts.tsx";

export type PositionMap = {
  settings: MapSettings;
  /** What is shown while there is no place yet. */
  view: Bounds;
  around: Surroundings;
};

type PositionPickerProps = PositionMap & {
  place: Place | undefined;
  onPlace: (place: Place, source: "map" | "phone") => void;
};

/** A small map on which a place is clicked or dragged, or taken from the phone; beside fields that hold it. */
export function PositionPicker({ settings, view, around, place, onPlace }: PositionPickerProps) {
  const { t } = useTranslation(["outline", "map"]);
  const [base, setBase] = useState(basemapToDrawOn(settings));
  const [map, setMap] = useState<EngineMap>();
  const [start] = useState(place ? boundsAround(place, 500) : view);
  const { whereabouts, ask } = useWhereIAm((fix) => {
    onPlace({ lng: fix.lng, lat: fix.lat }, "phone");
    map?.easeTo({ center: [fix.lng, fix.lat], zoom: Math.max(map.getZoom(), 15) });
  });
  const sources = useMemo(
    () => [surroundingsSource(around), accuracySource(whereabouts.fix)],
    [around, whereabouts.fix],
  );
  useEffect(() => {
    if (!map) return;
    const listen = ({ lngLat }: { lngLat: Place }) => onPlace(roundPlace(lngLat), "map");
    map.on("click", listen);
    return () => {
      map.off("click", listen);
    };
  }, [map, onPlace]);
  return (
    <div className="flex flex-col gap-2 print:hidden">
      {settings.geocoder && (
        <AddressSearch onChoose={({ lng, lat }) => map?.easeTo({ center: [lng, lat], zoom: 15 })} />
      )}
      <BasemapSelect settings={settings} base={base} onBase={setBase} />
      <MapView
        base={base}
        settings={settings}
        bounds={start}
        sources={sources}
        layers={(colours) => [...surroundingsLayers(around, colours), ...accuracyLayers(colours)]}
        label={t("tool.point")}
        className="relative h-72 rounded-card border border-line"
        onReady={setMap}
      >
        {(engine) => (
          <PlaceMarker engine={engine} place={place} movable onMoved={(at) => onPlace(at, "map")} />
        )}
      </MapView>
      <p className="text-sm text-muted">{t("hint.place")}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button icon="locate" onClick={ask}>
          {t("map:here.button")}
        </Button>
        <Whereabouts whereabouts={whereabouts} />
      </div>
    </div>
  );
}
