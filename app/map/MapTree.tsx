import type { PaddingOptions } from "maplibre-gl";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { MapRef } from "react-map-gl/maplibre";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type BasemapId, basemapStyle } from "./basemaps.ts";
import { type Bounds, boundsText } from "./bounds.ts";
import type { Colours } from "./colours.ts";
import { type Engine, type EngineMap, type MapLayer, type MapSource, unseen } from "./engine.ts";
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
  /** px at the edges that lie under something else. */
  covered?: { right?: number; bottom?: number };
  /** Layers whose features can be clicked. */
  selectable?: string[];
  onSelect?: (hit: Hit | undefined, bounds: Bounds) => void;
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
  const padding = { top: 24, left: 24, right: 24, bottom: 24, ...props.covered };
  const shown = useFollow(map, bounds, padding);

  const drawn = [
    ...groundLayers(colours, { paper: base === "local" }),
    ...layers(colours),
    // A real basemap has its own names.
    ...(base === "local" ? nameLayers(colours) : []),
  ];
  /** Where the map stands now; the page is told, and need not send it there again. */
  const note = (target: EngineMap) => {
    const now = target.getBounds().toArray().flat() as Bounds;
    shown.current = boundsText(now);
    return now;
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
        initialViewState={{ bounds, fitBoundsOptions: { padding, maxZoom } }}
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
        // Idle before the layers have been added is idle of nothing.
        onIdle={({ target }) => setIdle(drawn.every(({ id }) => target.getLayer(id)))}
        onError={onError}
        onMoveEnd={({ originalEvent, target }) => {
          if (originalEvent) props.onMoved?.(note(target));
        }}
        onClick={({ features, target, lngLat, originalEvent }) => {
          const feature = features?.[0];
          const properties = feature?.properties as Hit["properties"] | undefined;
          if (!feature || !properties) props.onSelect?.(undefined, note(target));
          else if (properties.cluster_id === undefined && properties.count === undefined)
            props.onSelect?.({ layer: feature.layer.id, properties }, note(target));
          else
            zoomInto(properties, feature.layer.source, { engine, map: target }).then((zoom) =>
              target.easeTo({ center: lngLat, zoom }, { originalEvent }),
            );
        }}
      >
        {[groundSource(origin), ...sources].map((source) => (
          <Source key={source.id} {...source} />
        ))}
        {drawn.map((layer) => (
          <Layer key={layer.id} {...(hidden.includes(layer.id) ? unseen(layer) : layer)} />
        ))}
        {interactive && <NavigationControl position="bottom-right" showCompass={false} />}
        <ScaleControl position="bottom-left" maxWidth={96} />
        <AttributionControl position="bottom-right" compact />
        {typeof props.children === "function" ? props.children(engine) : props.children}
      </MapComponent>
    </div>
  );
}

/** One thing alone is not looked at from nearer than this. */
const maxZoom = 16;

/** Moves the map when the page asks for another part of it. */
function useFollow(map: RefObject<MapRef>, bounds: Bounds, padding: PaddingOptions) {
  const wanted = boundsText(bounds);
  const shown = useRef(wanted);
  useEffect(() => {
    if (shown.current === wanted) return;
    shown.current = wanted;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const target = wanted.split(",").map(Number) as Bounds;
    map.current?.fitBounds(target, { padding, maxZoom, duration: still ? 0 : 700 });
  });
  return shown;
}

/** How near a group of things falls apart: the engine knows it of its own clusters, a tile's group of nothing. */
async function zoomInto(
  { cluster_id: cluster }: Hit["properties"],
  source: string,
  { engine, map }: { engine: Engine; map: EngineMap },
) {
  return typeof cluster === "number"
    ? (await engine.expansionZoom(map, source, cluster)) + 0.5
    : map.getZoom() + 2;
}
