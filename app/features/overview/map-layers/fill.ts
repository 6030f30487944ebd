import type { ColourName, Colours } from "#app/map/colours.ts";
import type { ExpressionSpecification, MapLayer } from "#app/map/engine.ts";
import { siteKinds } from "../../sites/kinds.ts";
import type { LayerKey } from "./layer.ts";

/** What ponds and waters can be coloured by. */
export const fills = ["species", "density", "alarms", "hazards"] as const;
export type FillBy = (typeof fills)[number];

/** A colour and its word; `rank` is what a feature carries as `fill`. */
export type FillClass = { rank: number; colour: ColourName; name: string };
export type Fill = { by: FillBy; classes: FillClass[] };

/** A group tells of its sites: the highest class among them, and the lowest. */
export const groupProperties = {
  top: ["max", ["coalesce", ["get", "fill"], 0]],
  low: ["min", ["coalesce", ["get", "fill"], 99]],
};

/** By class, with something else where there is none. */
function byClass<Value>(property: string, classes: FillClass[], of: (one: FillClass) => Value, other: Value) {
  const cases = classes.flatMap((one) => [one.rank, of(one)]);
  return (cases.length > 0
    ? ["match", ["get", property], ...cases, other]
    : other) as unknown as ExpressionSpecification;
}

const isMixed: ExpressionSpecification = [
  "all",
  [">", ["get", "top"], 0],
  ["!=", ["get", "top"], ["get", "low"]],
];

/** Of a group with several species nothing can be said in one colour; of the rest the worst is what counts. */
const ofGroup = <Value>(fill: Fill, value: ExpressionSpecification, mixed: Value) =>
  fill.by === "species" ? (["case", isMixed, mixed, value] as unknown as ExpressionSpecification) : value;

/**
 * The layers with the fill laid on them: a ring of colour under each sign, the area within a shore, the disc of a
 * group, and the word beside each. They stand also without a fill, since a layer added later is drawn on top.
 */
export function drawFill(
  layers: MapLayer[],
  { fill, off, mixed }: { fill: Fill | undefined; off: LayerKey[]; mixed: string },
  colours: Colours,
): MapLayer[] {
  const shown: Fill = fill ?? { by: "density", classes: [] };
  const { classes } = shown;
  const colour = (property: string, other: string) =>
    byClass(property, classes, (one) => colours[one.colour], other);
  const kinds = siteKinds.filter((kind) => !off.includes(kind === "holding" ? "hatchery" : kind));
  const filled: ExpressionSpecification[] = [
    [">", ["coalesce", ["get", "fill"], 0], 0],
    ["==", ["geometry-type"], "Point"],
    ["in", ["get", "kind"], ["literal", kinds]],
  ];
  const words = {
    "text-size": 12,
    "text-padding": 1,
  };
  const ink = {
    "text-color": colours.ink,
    "text-halo-color": colours.surface,
    "text-halo-width": 1.5,
  };
  const ring = (source: "sites" | "ponds"): MapLayer => ({
    id: `fill-ring-${source}`,
    type: "circle",
    source,
    filter: ["all", ...filled],
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 8, 11, 12, 15, 15, 19],
      "circle-color": colour("fill", colours.farming),
      "circle-stroke-color": colours.surface,
      "circle-stroke-width": 1.5,
    },
  });
  const word = (source: "sites" | "ponds"): MapLayer => ({
    id: `fill-word-${source}`,
    type: "symbol",
    source,
    filter: ["all", ...filled],
    layout: {
      ...words,
      "text-field": byClass("fill", classes, ({ name }) => name, ""),
      "text-offset": [0, -1.5],
      "text-anchor": "bottom",
    },
    paint: ink,
  });
  const ofGroups: MapLayer = {
    id: "fill-word-groups",
    type: "symbol",
    source: "ponds",
    filter: ["all", ["has", "point_count"], [">", ["get", "top"], 0]],
    layout: {
      ...words,
      visibility: off.includes("pond") ? "none" : "visible",
      "text-field": ofGroup(
        shown,
        byClass("top", classes, ({ name }) => name, ""),
        mixed,
      ),
      "text-offset": [0, -2.2],
      "text-anchor": "bottom",
    },
    paint: ink,
  };
  const tinted = layers.map((layer): MapLayer => {
    if (layer.type === "fill" && layer.source === "sites")
      return { ...layer, paint: { ...layer.paint, "fill-color": colour("fill", colours.farming) } };
    if (layer.id !== "pond-clusters" || layer.type !== "circle") return layer;
    const disc = ofGroup(shown, colour("top", colours.farming), colours.muted);
    return { ...layer, paint: { ...layer.paint, "circle-color": disc } };
  });
  return [ring("sites"), ring("ponds"), ...tinted, word("sites"), word("ponds"), ofGroups];
}
