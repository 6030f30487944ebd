import { unseen } from "#app/map/engine.ts";
import { groundLayerIds } from "#app/map/ground.ts";
import { type LayerKey, type LegendLayer, layerKeys } from "./layer.ts";
import { members } from "./members.ts";
import { ponds } from "./ponds.ts";
import { outlined, placed } from "./sites.ts";

const ground = (key: "county" | "towns", icon: "map" | "town"): LegendLayer => ({
  key,
  sign: { icon, colour: "muted" },
  selectable: [],
  draw: () => [],
});

const layers: Record<LayerKey, LegendLayer> = {
  county: ground("county", "map"),
  towns: ground("towns", "town"),
  members,
  pond: ponds,
  earth_pond: outlined("earth_pond"),
  water_area: outlined("water_area"),
  rice_field: outlined("rice_field"),
  raceway: placed("raceway", "raceway"),
  hatchery: placed("hatchery", "hatchery", "holding"),
  plant: placed("plant", "plant"),
  cold_store: placed("cold_store", "cold_store"),
  outlet: placed("outlet", "outlet"),
};

/** The legend from top to bottom. */
export const legend = layerKeys.map((key) => layers[key]);

const drawn: LayerKey[] = [
  "water_area",
  "earth_pond",
  "rice_field",
  "members",
  "raceway",
  "hatchery",
  "plant",
  "cold_store",
  "outlet",
  "pond",
];

/** The layers from the lowest to the highest; what is switched off stays in its place, unseen. */
export const drawLayers =
  (off: LayerKey[]): LegendLayer["draw"] =>
  (colours) =>
    drawn.flatMap((key) =>
      layers[key].draw(colours).map((layer) => (off.includes(key) ? unseen(layer) : layer)),
    );

/** The parts of the ground that are switched off. */
export const hiddenGround = (off: LayerKey[]) =>
  off.flatMap((key) => (key === "county" || key === "towns" ? groundLayerIds[key] : []));

export const selectableLayers = legend.flatMap(({ selectable }) => selectable);

/** The `off` parameter. */
export const readOff = (text: string | undefined) =>
  layerKeys.filter((key) => text?.split(",").includes(key));
