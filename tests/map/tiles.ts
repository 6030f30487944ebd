import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";

/** The features of a tile's layer `sites`, in its order: properties, and the position in the tile. */
export function featuresOf(bytes: Uint8Array) {
  const { layers } = new VectorTile(new PbfReader(bytes));
  const layer = layers.sites;
  if (!layer) return [];
  return Array.from({ length: layer.length }, (_, index) => {
    const feature = layer.feature(index);
    const [[point] = []] = feature.loadGeometry();
    return { ...feature.properties, x: point?.x, y: point?.y };
  });
}

/** The tile a place lies in, and where in it, reckoned from the formula of the web's usual tiles. */
export function placeInTile({ lng, lat }: { lng: number; lat: number }, z: number) {
  const x = ((lng + 180) / 360) * 2 ** z;
  const y = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z;
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const within = (share: number) => Math.min(4095, Math.round(share * 4096));
  return { tile: { z, x: column, y: row }, x: within(x - column), y: within(y - row) };
}
