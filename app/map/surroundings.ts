import type { Colours } from "./colours.ts";
import type { MapLayer, MapSource } from "./engine.ts";

/** What lies around a place that is drawn: an address of GeoJSON, and which of its features is the one drawn. */
export type Surroundings = { address: string; except: string | null };

export const surroundingsSource = ({ address }: Surroundings): MapSource => ({
  id: "around",
  type: "geojson",
  data: window.location.origin + address,
});

/** In the background: lines and names to find one's way by. */
export const surroundingsLayers = ({ except }: Surroundings, colours: Colours): MapLayer[] => {
  const others = ["!=", ["get", "id"], except ?? ""] as ["!=", ["get", string], string];
  return [
    {
      id: "around-fill",
      type: "fill",
      source: "around",
      filter: ["all", ["==", ["geometry-type"], "Polygon"], others],
      paint: { "fill-color": colours.accent, "fill-opacity": 0.12 },
    },
    {
      id: "around-line",
      type: "line",
      source: "around",
      filter: ["all", ["==", ["geometry-type"], "Polygon"], others],
      paint: { "line-color": colours.edge, "line-width": 1 },
    },
    {
      id: "around-name",
      type: "symbol",
      source: "around",
      filter: ["all", ["==", ["geometry-type"], "Point"], others],
      layout: { "text-field": ["get", "name"], "text-size": 12 },
      paint: { "text-color": colours.muted, "text-halo-color": colours.surface, "text-halo-width": 1.5 },
    },
  ];
};
