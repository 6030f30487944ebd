import type { Colours } from "#app/map/colours.ts";
import type { MapLayer } from "#app/map/engine.ts";

/** What was chosen: a ring around its point and a strong shore, above everything else. */
export const drawSelected = (colours: Colours): MapLayer[] => [
  {
    id: "selected-shore",
    type: "line",
    source: "selected",
    filter: ["!=", ["geometry-type"], "Point"],
    paint: { "line-color": colours.focus, "line-width": 3 },
  },
  {
    id: "selected-point",
    type: "circle",
    source: "selected",
    filter: ["==", ["geometry-type"], "Point"],
    paint: {
      "circle-radius": 17,
      "circle-opacity": 0,
      "circle-stroke-color": colours.focus,
      "circle-stroke-width": 3,
    },
  },
];
