import type { Colours } from "#app/map/colours.ts";
import type { ExpressionSpecification, MapLayer } from "#app/map/engine.ts";
import { markerImage } from "#app/map/markers.ts";
import { siteKinds } from "../../sites/kinds.ts";
import type { LayerKey } from "./layer.ts";
import { faded, signSize } from "./look.ts";
import { signOfKind } from "./signs.ts";

/** From this zoom on the tiles hold every site, below it one feature with a `count` for many. */
export const rawFromZoom = 12;

/** Sites that come by the tile. What is switched off by kind is not drawn; a group goes by its most frequent kind. */
export const drawMany =
  (off: LayerKey[]) =>
  (colours: Colours): MapLayer[] => {
    const shown: ExpressionSpecification = [
      "in",
      ["get", "kind"],
      ["literal", siteKinds.filter((kind) => !off.includes(kind === "holding" ? "hatchery" : kind))],
    ];
    const tile = { source: "tiles", "source-layer": "sites" };
    return [
      {
        id: "groups",
        type: "circle",
        ...tile,
        maxzoom: rawFromZoom,
        filter: shown,
        paint: {
          "circle-color": colours.farming,
          "circle-opacity": 0.75,
          "circle-stroke-color": colours.surface,
          "circle-stroke-width": 1,
          "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, 4, 30, 12, 300, 24],
        },
      },
      {
        id: "single",
        type: "symbol",
        ...tile,
        minzoom: rawFromZoom,
        filter: shown,
        layout: {
          "icon-image": [
            "match",
            ["get", "kind"],
            ...siteKinds.slice(1).flatMap((kind) => [kind, markerImage(signOfKind[kind], colours)]),
            markerImage(signOfKind.pond, colours),
          ] as unknown as ExpressionSpecification,
          "icon-size": signSize,
          "text-field": ["step", ["zoom"], "", 15, ["get", "name"]],
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
    ];
  };
