import library, { type GeoJSONSource } from "mapbox-gl";
import "mapbox-gl/dist/mapbox-gl.css";
import "../controls.css";
import * as tree from "react-map-gl/mapbox";
import type { Engine } from "../engine.ts";

const {
  Map: MapComponent,
  Source,
  Layer,
  Marker,
  AttributionControl,
  NavigationControl,
  ScaleControl,
} = tree;

// The two trees take the same props for all that is used here, though their types come from different libraries.
const components = {
  Map: MapComponent,
  Source,
  Layer,
  Marker,
  AttributionControl,
  NavigationControl,
  ScaleControl,
} as unknown as Engine["components"];

export const engine: Engine = {
  name: "mapbox",
  components,
  library,
  expansionZoom: (map, source, cluster) =>
    new Promise((found, failed) => {
      const clusters = map.getSource(source) as unknown as GeoJSONSource;
      clusters.getClusterExpansionZoom(cluster, (error, zoom) =>
        error ? failed(error) : found(zoom ?? map.getZoom() + 2),
      );
    }),
};
