import type { Colours } from "./colours.ts";
import type { MapLayer, MapSource } from "./engine.ts";

/** Where the sketch of the county comes from: features whose `role` is county, neighbour or town. */
export const groundSource = (origin: string): MapSource => ({
  id: "ground",
  type: "geojson",
  data: `${origin}/map/county.geojson`,
});

export const groundLayerIds = {
  county: ["county-fill", "county-line", "neighbour-line", "neighbour-name"],
  towns: ["town-name"],
};

/** The county and its neighbours under everything, and the names of towns above. */
export function groundLayers(colours: Colours, { paper }: { paper: boolean }): MapLayer[] {
  return [
    {
      id: "county-fill",
      type: "fill",
      source: "ground",
      filter: ["==", ["get", "role"], "county"],
      // Over a real basemap the county is an outline, on our own paper it is the sheet.
      paint: { "fill-color": colours.surface, "fill-opacity": paper ? 1 : 0.08 },
    },
    {
      id: "neighbour-line",
      type: "line",
      source: "ground",
      filter: ["==", ["get", "role"], "neighbour"],
      paint: { "line-color": colours.edge, "line-width": 0.75, "line-opacity": 0.6 },
    },
    {
      id: "county-line",
      type: "line",
      source: "ground",
      filter: ["==", ["get", "role"], "county"],
      paint: { "line-color": colours.edge, "line-width": 1.5, "line-dasharray": [6, 2, 1, 2] },
    },
  ];
}

/** Names stand above what lies on the ground. */
export function nameLayers(colours: Colours): MapLayer[] {
  const halo = { "text-halo-color": colours.surface, "text-halo-width": 1.5 };
  return [
    {
      id: "neighbour-name",
      type: "symbol",
      source: "ground",
      filter: ["==", ["get", "role"], "neighbour-label"],
      maxzoom: 11,
      layout: { "text-field": ["get", "name"], "text-size": 12, "text-letter-spacing": 0.1 },
      paint: { "text-color": colours.edge, "text-halo-color": colours.wash, "text-halo-width": 1 },
    },
    {
      id: "town-name",
      type: "symbol",
      source: "ground",
      filter: ["==", ["get", "role"], "town"],
      maxzoom: 13,
      layout: {
        "text-field": ["get", "name"],
        "text-size": ["interpolate", ["linear"], ["zoom"], 8, 12, 12, 16],
        "text-padding": 4,
      },
      paint: { "text-color": colours.ink, ...halo },
    },
  ];
}
