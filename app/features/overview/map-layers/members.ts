import type { LegendLayer } from "./layer.ts";

/** Member villages: a ring whose area grows with the mu of open water in their hands. */
export const members: LegendLayer = {
  key: "members",
  sign: { icon: "town", colour: "accent" },
  selectable: ["members"],
  draw: (colours) => [
    {
      id: "members",
      type: "circle",
      source: "members",
      paint: {
        "circle-radius": [
          "interpolate",
          ["linear"],
          ["zoom"],
          8,
          ["+", 3, ["*", 0.5, ["sqrt", ["get", "mu"]]]],
          13,
          ["+", 6, ["*", 1.1, ["sqrt", ["get", "mu"]]]],
        ],
        "circle-color": colours.accent,
        "circle-opacity": 0.14,
        "circle-stroke-color": colours.accent,
        "circle-stroke-width": 1.25,
      },
    },
    {
      id: "member-names",
      type: "symbol",
      source: "members",
      minzoom: 10.5,
      layout: {
        "text-field": ["get", "name"],
        "text-size": 12,
        "text-offset": [0, 1.1],
        "text-anchor": "top",
        "text-optional": true,
      },
      paint: {
        "text-color": colours.accent,
        "text-halo-color": colours.surface,
        "text-halo-width": 1.5,
      },
    },
  ],
};
