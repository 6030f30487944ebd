import gcoord from "gcoord";
import { readCell } from "./cell.ts";
import type { Column } from "./column.ts";
import { coordinateSystem, latitude, longitude } from "./definitions/choices.ts";
import type { RowCells } from "./edit-cells.ts";

/** 0.1 m; finer than any phone. */
const decimals = 6;

/**
 * Coordinates of Chinese maps are turned into WGS 84, once: afterwards the row names no system. A row with only one
 * of the two keeps it, for the rules to refuse.
 */
export function toWgs84({ get, set }: RowCells) {
  const system = valueIn(coordinateSystem, get("system"));
  const lng = Number(valueIn(longitude, get("lng")));
  const lat = Number(valueIn(latitude, get("lat")));
  if (system === "gcj02" && lng && lat) {
    const [toLng, toLat] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84);
    set("lng", toLng.toFixed(decimals));
    set("lat", toLat.toFixed(decimals));
    set("system", "");
  }
  if (system === "wgs84") set("system", "");
}

function valueIn(column: Column, text: string) {
  if (text === "") return "";
  const reading = readCell(column, text);
  return "value" in reading ? reading.value : "";
}
