import * as z from "zod";
import { type AddressProvider, askProvider, placesAtMost } from "./provider.server.ts";

const geocoded = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        name: z.string().min(1),
        place_formatted: z.string().default(""),
        coordinates: z.object({
          longitude: z.number().min(-180).max(180),
          latitude: z.number().min(-90).max(90),
        }),
      }),
    }),
  ),
});

/** Mapbox Geocoding v6. What it answers may be shown and used, but not kept, unless one pays for keeping. */
export const mapbox = (token: string): AddressProvider => ({
  name: "mapbox",
  mayKeep: false,
  async findPlaces({ text, near, signal }) {
    const url = new URL("https://api.mapbox.com/search/geocode/v6/forward");
    const parameters = { q: text, language: "zh", limit: String(placesAtMost), access_token: token };
    url.search = new URLSearchParams(parameters).toString();
    if (near) {
      const [west, south, east, north] = near;
      url.searchParams.set("proximity", `${(west + east) / 2},${(south + north) / 2}`);
    }
    const { features } = await askProvider(url, geocoded, { signal });
    return features.map(({ properties: { name, place_formatted: address, coordinates } }) => ({
      name,
      address,
      lng: coordinates.longitude,
      lat: coordinates.latitude,
    }));
  },
});
