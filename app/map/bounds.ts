/** West, south, east, north in degrees, WGS 84. */
export type Bounds = [number, number, number, number];

/** To about a metre, and short enough for an address. */
export const boundsText = (bounds: Bounds) =>
  bounds.map((degrees) => Math.round(degrees * 1e5) / 1e5).join(",");

/** Bounds of "west,south,east,north"; undefined where the text is none. */
export function readBounds(text: string): Bounds | undefined {
  if (!/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/.test(text)) return undefined;
  const [west = 0, south = 0, east = 0, north = 0] = text.split(",").map(Number);
  const fits = west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north;
  return fits ? [west, south, east, north] : undefined;
}

/** A window of about 2 × `metres` around a place. */
export function boundsAround({ lng, lat }: { lng: number; lat: number }, metres: number): Bounds {
  const south = metres / 111_195;
  const east = south / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return [lng - east, lat - south, lng + east, lat + south];
}

/** The smallest window holding every position of these geometries, or undefined where there is none. */
export function boundsOf(geometries: (GeoJSON.Geometry | null | undefined)[]): Bounds | undefined {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    const [lng, lat] = coordinates;
    if (typeof lng !== "number") {
      for (const inner of coordinates) take(inner);
      return;
    }
    bounds[0] = Math.min(bounds[0], lng);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lng);
    bounds[3] = Math.max(bounds[3], lat);
  };
  for (const geometry of geometries) if (geometry && "coordinates" in geometry) take(geometry.coordinates);
  return Number.isFinite(bounds[0]) ? bounds : undefined;
}

/** The window with room on every side, and never narrower than some 600 m. */
export function withRoom([west, south, east, north]: Bounds): Bounds {
  const [width, height] = [Math.max(0.006, (east - west) * 1.2), Math.max(0.005, (north - south) * 1.2)];
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}
