export default {
  loading: "The map is opening…",
  sketch: "Sketch, no ground for boundary claims",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  attribution: "Where the map is from",
  problem: {
    tokenRefused:
      "Mapbox refuses the token that is set, so the map is drawn without it. Ask the alliance's administrator to check MAPBOX_ACCESS_TOKEN.",
    noWebgl: "This device's browser can't draw maps (no WebGL). The list beside it says the same.",
    notLoaded:
      "The map could not be downloaded. The list beside it says the same; open the page again to retry.",
    basemapAway: "Part of the basemap could not be fetched. The alliance's own content is not touched by it.",
  },
} as const;
