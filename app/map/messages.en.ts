export default {
  loading: "The map is opening…",
  sketch: "Sketch, no ground for boundary claims",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  attribution: "Where the map is from",
  here: {
    asking: "Finding where you are…",
    found: "Found, within about {{metres}} m.",
    refused: "The device did not allow it. Allow the location in the browser's site settings and try again.",
    unavailable: "No position can be had now. Try again in the open, or type longitude and latitude.",
    button: "Where I am",
  },
  basemap: "Basemap",
  base: {
    local: "Local sketch",
    tianditu: "Tianditu",
    imagery: "Tianditu imagery",
    mapbox: "Mapbox streets",
    satellite: "Mapbox satellite",
    xyz: "Own tiles",
    pmtiles: "Own offline map",
  },
  address: {
    label: "Find an address or place",
    hint: "A village, a road, an office",
    search: "Find",
    searching: "Searching…",
    found_one: "One place found: choose it to see it on the map",
    found_other: "{{count}} places found: choose one to see it on the map",
    by: { tianditu: "Results by Tianditu", mapbox: "Results by Mapbox" },
    failure: {
      none: "No such address was found. Try it in other words, or only the name of the village or place.",
      refused:
        "The address service refuses the key that is set; ask the alliance's administrator to check it. The map itself can be searched by hand.",
      quota:
        "The address service has answered as often as it will today. Try again tomorrow, or look on the map.",
      timeout: "The address service did not answer in time. Try again a little later.",
      broken: "The address service can't be used now. Try again a little later, or look on the map.",
    },
  },
  problem: {
    tokenRefused:
      "Mapbox refuses the token that is set, so the map is drawn without it. Ask the alliance's administrator to check MAPBOX_ACCESS_TOKEN.",
    noWebgl: "This device's browser can't draw maps (no WebGL). The list beside it says the same.",
    notLoaded:
      "The map could not be downloaded. The list beside it says the same; open the page again to retry.",
    basemapAway: "Part of the basemap could not be fetched. The alliance's own content is not touched by it.",
  },
} as const;
