import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MapRef } from "react-map-gl/maplibre";
import { type BasemapId, basemapStyle } from "./basemaps.ts";
import { type Bounds, boundsText } from "./bounds.ts";
import type { Colours } from "./colours.ts";
import type { Engine, EngineMap, MapLayer, MapSource } from "./engine.ts";
import { groundLayers, groundSource, nameLayers } from "./ground.ts";
import { addMarkers, type Marker } from "./markers.ts";
import type { MapSettings } from "./settings.ts";

/** What was clicked: a feature of one of the selectable layers. */
export type Hit = { layer: string; properties: Record<string, unknown> };

export type MapTreeProps = {
  settings: MapSettings;
  base: BasemapId;
  /** What is shown; the map moves there whenever it changes. */
  bounds: Bounds;
  sources: MapSource[];
  /** From the lowest to the highest, above the county and below the names of towns. */
  layers: (colours: Colours) => MapLayer[];
  markers?: Marker[];
  hidden?: string[];
  label: string;
  interactive?: boolean;
  /** Layers whose features can be clicked. */
  selectable?: string[];
  onSelect?: (hit: Hit | undefined) => void;
  /** After the reader has moved the map. */
  onMoved?: (bounds: Bounds) => void;
  onReady?: (map: EngineMap, engine: Engine) => void;
  children?: ReactNode | ((engine: Engine) => ReactNode);
};

type MapErrorEvent = { error: Error; target?: unknown };
type Props = MapTreeProps & { engine: Engine; colours: Colours; onError: (event: MapErrorEvent) => void };

/** One tree for both engines. Sources stand at once, even empty: one added later would be drawn above the others. */
export function MapTree({ engine, colours, onError, ...props }: Props) {
  const { settings, base, bounds, sources, layers, markers = [], hidden = [], interactive = true } = props;
  const {
    Map: MapComponent,
    Source,
    Layer,
    AttributionControl,
    NavigationControl,
    ScaleControl,
  } = engine.components;
  const { t } = useTranslation("map");
  const map = useRef<MapRef>(null);
  const [idle, setIdle] = useState(false);
  const [over, setOver] = useState(false);
  const { origin } = window.location;
  const style = useMemo(
    () => basemapStyle(base, { settings, colours, origin, engine: engine.name }),
    [base, settings, colours, origin, engine.name],
  );
  useFollow(map, bounds);

  const drawn = [
    ...groundLayers(colours, { paper: base === "local" }),
    ...layers(colours),
    // A real basemap has its own names.
    ...(base === "local" ? nameLayers(colours) : []),
  ];
  const hit = (event: { features?: { layer: { id: string }; properties: unknown }[] }) => {
    const feature = event.features?.[0];
    return feature && { layer: feature.layer.id, properties: feature.properties as Hit["properties"] };
  };

  return (
    <div className="absolute inset-0" data-map={engine.name} data-idle={idle || undefined}>
      <MapComponent
        ref={map}
        mapLib={engine.library as never}
        {...(engine.name === "mapbox"
          ? { mapboxAccessToken: settings.mapboxToken, localFontFamily: "sans-serif", projection: "mercator" }
          : {})}
        // A printed map, and a picture taken of it, need what was drawn last.
        {...(engine.name === "mapbox"
          ? { preserveDrawingBuffer: true }
          : { canvasContextAttributes: { preserveDrawingBuffer: true } })}
        initialViewState={{ bounds, fitBoundsOptions: { padding: 24, maxZoom: 16 } }}
        mapStyle={style}
        locale={{
          "Map.Title": props.label,
          "NavigationControl.ZoomIn": t("zoomIn"),
          "NavigationControl.ZoomOut": t("zoomOut"),
          "AttributionControl.ToggleAttribution": t("attribution"),
        }}
        interactive={interactive}
        dragRotate={false}
        touchPitch={false}
        pitchWithRotate={false}
        attributionControl={false}
        interactiveLayerIds={props.selectable}
        cursor={over ? "pointer" : undefined}
        onMouseEnter={() => setOver(true)}
        onMouseLeave={() => setOver(false)}
        onStyleData={({ target }) => addMarkers(target, markers, colours)}
        onLoad={({ target }) => props.onReady?.(target, engine)}
        onIdle={() => setIdle(true)}
        onError={onError}
        onMoveEnd={(event) => {
          if (event.originalEvent) props.onMoved?.(event.target.getBounds().toArray().flat() as Bounds);
        }}
        onClick={(event) => {
          const found = hit(event);
          const cluster = found?.properties.cluster_id;
          if (found && typeof cluster === "number") openCluster(engine, event, found.layer, cluster);
          else props.onSelect?.(found);
        }}
      >
        {[groundSource(origin), ...sources].map((source) => (
          <Source key={source.id} {...source} />
        ))}
        {drawn.map((layer) => (
          <Layer key={layer.id} {...withVisibility(layer, !hidden.includes(layer.id))} />
        ))}
        {interactive && <NavigationControl position="bottom-right" showCompass={false} />}
        <ScaleControl position="bottom-left" maxWidth={96} />
        <AttributionControl position="bottom-right" compact />
        {typeof props.children === "function" ? props.children(engine) : props.children}
      </MapComponent>
    </div>
  );
}

const withVisibility = (layer: MapLayer, visible: boolean) =>
  ({ ...layer, layout: { ...layer.layout, visibility: visible ? "visible" : "none" } }) as MapLayer;

/** Moves the map when the page asks for another part of it. */
function useFollow(map: React.RefObject<MapRef | null>, bounds: Bounds) {
  const wanted = boundsText(bounds);
  const shown = useRef(wanted);
  useEffect(() => {
    if (shown.current === wanted) return;
    shown.current = wanted;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const target = wanted.split(",").map(Number) as Bounds;
    map.current?.fitBounds(target, { padding: 24, maxZoom: 16, duration: still ? 0 : 700 });
  }, [map, wanted]);
}

async function openCluster(
  engine: Engine,
  {
    target,
    lngLat,
    originalEvent,
  }: { target: EngineMap; lngLat: { lng: number; lat: number }; originalEvent: unknown },
  layer: string,
  cluster: number,
) {
  const { source } = target.getLayer(layer) as { source: string };
  const zoom = await engine.expansionZoom(target, source, cluster);
  target.easeTo({ center: [lngLat.lng, lngLat.lat], zoom: zoom + 0.5 }, { originalEvent });
}
