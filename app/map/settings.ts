/** What the operator of this installation has set up for maps; sent to the pages that show one. */
export type MapSettings = {
  /** Their own Mapbox token; null: MapLibre draws. */
  mapboxToken: string | null;
  tianditu: { key: string; reviewNumber: string | null } | null;
  /** Raster tiles by an address with {z}, {x} and {y}. */
  xyz: { url: string; attribution: string | null } | null;
  /** A PMTiles file of raster or vector tiles, answered by our own tile route. */
  pmtiles: {
    kind: "raster" | "vector";
    layers: string[];
    minZoom: number;
    maxZoom: number;
    attribution: string | null;
  } | null;
  /** Who answers the search for an address; null: nobody, and no field for it is shown. */
  geocoder: "tianditu" | "mapbox" | null;
};
