import { markerImage } from "#app/map/markers.ts";
import type { LegendLayer } from "./layer.ts";
import { faded, signSize } from "./look.ts";
import { signOfKind } from "./signs.ts";

/** Land-based ponds stand side by side in bases: clustered until one can tell them apart. */
export const ponds: LegendLayer = {
  key: "pond",
  sign: signOfKind.pond,
  selectable: ["pond-clusters", "pond"],
  draw: (colours) => [
    {
      id: "pond",
      type: "symbol",
      source: "ponds",
      filter: ["!", ["has", "point_count"]],
      layout: {
        "icon-image": markerImage(signOfKind.pond, colours),
        "icon-size": signSize,
        "icon-allow-overlap": true,
        "text-field": ["step", ["zoom"], "", 16, ["get", "name"]],
        "text-size": 11,
        "text-offset": [0, 1.2],
        "text-anchor": "top",
        "text-optional": true,
      },
      paint: {
        "icon-opacity": faded,
        "text-color": colours.ink,
        "text-halo-color": colours.surface,
        "text-halo-width": 1.5,
      },
    },
    {
      id: "pond-clusters",
      type: "circle",
      source: "ponds",
      filter: ["has", "point_count"],
      paint: {
        "circle-color": colours.farming,
        "circle-stroke-color": colours.surface,
        "circle-stroke-width": 2,
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "point_count"]], 1, 11, 4, 16, 20, 34],
      },
    },
    {
      id: "pond-counts",
      type: "symbol",
      source: "ponds",
      filter: ["has", "point_count"],
      layout: {
        "text-field": ["get", "point_count_abbreviated"],
        "text-size": 12,
        "text-allow-overlap": true,
      },
      paint: { "text-color": colours.surface },
    },
  ],
};
