import type { Feature, Polygon } from "geojson";
import type { Colours } from "./colours.ts";
import type { MapLayer, MapSource } from "./engine.ts";
import type { Fix } from "./useWhereIAm.ts";

const metresPerDegree = 111_195;
const sides = 48;

/** The circle within which the device is. */
function circle({ lng, lat, accuracy }: Fix): Feature<Polygon> {
  const ring = Array.from({ length: sides + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / sides;
    return [
      lng + (accuracy * Math.cos(angle)) / (metresPerDegree * Math.cos((lat * Math.PI) / 180)),
      lat + (accuracy * Math.sin(angle)) / metresPerDegree,
    ];
  });
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}

export const accuracySource = (fix: Fix | undefined): MapSource => ({
  id: "accuracy",
  type: "geojson",
  data: { type: "FeatureCollection", features: fix ? [circle(fix)] : [] },
});

export const accuracyLayers = (colours: Colours): MapLayer[] => [
  {
    id: "accuracy-fill",
    type: "fill",
    source: "accuracy",
    paint: { "fill-color": colours.focus, "fill-opacity": 0.12 },
  },
  {
    id: "accuracy-line",
    type: "line",
    source: "accuracy",
    paint: { "line-color": colours.focus, "line-width": 1, "line-opacity": 0.7 },
  },
];
