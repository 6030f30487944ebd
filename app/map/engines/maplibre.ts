import * as library from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import "../controls.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import {
  AttributionControl,
  Layer,
  Map as MapComponent,
  Marker,
  NavigationControl,
  ScaleControl,
  Source,
} from "react-map-gl/maplibre";
import type { Engine } from "../engine.ts";

// Without its address the worker never loads once the code is bundled.
library.setWorkerUrl(workerUrl);

export const engine: Engine = {
  name: "maplibre",
  components: {
    Map: MapComponent,
    Source,
    Layer,
    Marker,
    AttributionControl,
    NavigationControl,
    ScaleControl,
  },
  library,
  expansionZoom: (map, source, cluster) =>
    (map.getSource(source) as library.GeoJSONSource).getClusterExpansionZoom(cluster),
};
