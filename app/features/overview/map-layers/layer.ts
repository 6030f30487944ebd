import type { Colours } from "#app/map/colours.ts";
import type { MapLayer } from "#app/map/engine.ts";
import type { Marker } from "#app/map/markers.ts";

/** One line of the legend, and what the map draws for it. */
export type LegendLayer = {
  key: LayerKey;
  /** What the legend shows beside the word. */
  sign: Marker;
  draw: (colours: Colours) => MapLayer[];
  /** Layers whose features open a card. */
  selectable: string[];
};

export const layerKeys = [
  "county",
  "towns",
  "members",
  "pond",
  "earth_pond",
  "water_area",
  "rice_field",
  "raceway",
  "hatchery",
  "plant",
  "cold_store",
  "outlet",
] as const;
export type LayerKey = (typeof layerKeys)[number];
