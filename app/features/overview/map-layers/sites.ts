import type { Colours } from "#app/map/colours.ts";
import type { ExpressionSpecification, MapLayer } from "#app/map/engine.ts";
import { markerImage } from "#app/map/markers.ts";
import type { SiteKind } from "../../sites/kinds.ts";
import type { LayerKey, LegendLayer } from "./layer.ts";
import { faded, signSize } from "./look.ts";
import { signOfKind } from "./signs.ts";

type Kind = Exclude<SiteKind, "pond">;
const of = (kind: Kind): ExpressionSpecification => ["==", ["get", "kind"], kind];
const isPoint: ExpressionSpecification = ["==", ["geometry-type"], "Point"];

/** A sign at the site's point, and its name from near. */
const sign = (id: string, kind: Kind, colours: Colours): MapLayer => ({
  id,
  type: "symbol",
  source: "sites",
  filter: ["all", isPoint, of(kind)],
  layout: {
    "icon-image": markerImage(signOfKind[kind], colours),
    "icon-size": signSize,
    "icon-allow-overlap": true,
    "text-field": ["step", ["zoom"], "", 12, ["get", "name"]],
    "text-size": 12,
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
});

/** Sites that are a place. */
export const placed = (key: LayerKey, ...kinds: [Kind, ...Kind[]]): LegendLayer => ({
  key,
  sign: signOfKind[kinds[0]],
  selectable: kinds,
  draw: (colours) => kinds.map((kind) => sign(kind, kind, colours)),
});

/** Sites that are an area: their outline as well. */
export const outlined = (key: LayerKey & Kind): LegendLayer => ({
  key,
  sign: signOfKind[key],
  selectable: [key, `${key}-area`],
  draw: (colours) => [
    {
      id: `${key}-area`,
      type: "fill",
      source: "sites",
      filter: ["all", ["!", isPoint], of(key)],
      paint: { "fill-color": colours.farming, "fill-opacity": key === "rice_field" ? 0.18 : 0.38 },
    },
    {
      id: `${key}-shore`,
      type: "line",
      source: "sites",
      filter: ["all", ["!", isPoint], of(key)],
      paint: {
        "line-color": colours.farming,
        "line-width": 1.25,
        ...(key === "rice_field" ? { "line-dasharray": [3, 2] } : {}),
      },
    },
    sign(key, key, colours),
  ],
});
