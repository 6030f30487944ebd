import type { Marker } from "#app/map/markers.ts";
import type { SiteKind } from "../../sites/kinds.ts";

/** The sign of each kind of site: the colour of its stage, and an icon of its own. */
export const signOfKind: Record<SiteKind, Marker> = {
  pond: { icon: "pond", colour: "farming" },
  earth_pond: { icon: "earthPond", colour: "farming" },
  raceway: { icon: "raceway", colour: "farming" },
  water_area: { icon: "water", colour: "farming" },
  rice_field: { icon: "rice", colour: "farming" },
  hatchery: { icon: "hatchery", colour: "breeding" },
  holding: { icon: "tank", colour: "sales" },
  plant: { icon: "plant", colour: "processing" },
  cold_store: { icon: "coldStore", colour: "processing" },
  outlet: { icon: "outlet", colour: "sales" },
};
export const signs = Object.values(signOfKind);
