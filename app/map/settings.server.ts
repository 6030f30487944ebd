import { env } from "#app/env.server.ts";
import { addressProvider } from "./address/search-address.server.ts";
import { baseArchive } from "./pmtiles.server.ts";
import type { MapSettings } from "./settings.ts";

/** What the operator has set up; the archive's own description is read on first use. */
export async function mapSettings(): Promise<MapSettings> {
  const archive = await baseArchive?.describe();
  return {
    mapboxToken: env.MAPBOX_ACCESS_TOKEN ?? null,
    tianditu: env.TIANDITU_KEY
      ? { key: env.TIANDITU_KEY, reviewNumber: env.TIANDITU_REVIEW_NUMBER ?? null }
      : null,
    xyz: env.MAP_XYZ_URL ? { url: env.MAP_XYZ_URL, attribution: env.MAP_XYZ_ATTRIBUTION ?? null } : null,
    pmtiles: archive ? { ...archive, attribution: env.MAP_PMTILES_ATTRIBUTION ?? archive.attribution } : null,
    geocoder: addressProvider?.name ?? null,
  };
}
