import type { LayerSpecification, Map as MaplibreMap } from "maplibre-gl";
import type * as Tree from "react-map-gl/maplibre";

/** The components both engines offer alike, and what they do differently. */
export type Engine = {
  name: "maplibre" | "mapbox";
  components: Pick<
    typeof Tree,
    "Map" | "Source" | "Layer" | "Marker" | "AttributionControl" | "NavigationControl" | "ScaleControl"
  >;
  /** The library, which react-map-gl is handed instead of looking for one. */
  library: unknown;
  /** The zoom at which a cluster falls apart. */
  expansionZoom: (map: EngineMap, source: string, cluster: number) => Promise<number>;
};

/** A map of either engine; what is used of it is the same in both. */
export type EngineMap = MaplibreMap;
export type MapLayer = LayerSpecification;
export type { ExpressionSpecification } from "maplibre-gl";
export type MapSource = { id: string } & (
  | {
      type: "geojson";
      /** an address of GeoJSON, or the data */
      data: string | GeoJSON.GeoJSON;
      cluster?: boolean;
      clusterRadius?: number;
      clusterMaxZoom?: number;
      clusterProperties?: Record<string, unknown>;
      promoteId?: string;
    }
  | { type: "vector"; tiles: string[]; minzoom: number; maxzoom: number }
);

/** Downloads one engine. */
export async function loadEngine(name: Engine["name"]): Promise<Engine> {
  const { engine } = await (name === "mapbox"
    ? import("./engines/mapbox.ts")
    : import("./engines/maplibre.ts"));
  return engine;
}

/** What is switched off stays in its place between the others. */
export const unseen = (layer: MapLayer) =>
  ({ ...layer, layout: { ...layer.layout, visibility: "none" } }) as MapLayer;
