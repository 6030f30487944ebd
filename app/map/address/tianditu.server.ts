import * as z from "zod";
import type { FoundPlace } from "./answer.ts";
import { type AddressProvider, type Asked, askProvider, placesAtMost } from "./provider.server.ts";

const service = "https://api.tianditu.gov.cn";

const lng = z.coerce.number().min(-180).max(180);
const lat = z.coerce.number().min(-90).max(90);
const lonlat = z
  .string()
  .transform((text): { lng: unknown; lat: unknown } => {
    const [lng, lat] = text.split(",");
    return { lng, lat };
  })
  .pipe(z.object({ lng, lat }));

const searched = z.object({
  status: z.object({ infocode: z.number() }),
  pois: z.array(z.object({ name: z.string().min(1), address: z.string().default(""), lonlat })).default([]),
  /** Instead of places where the text names an administrative area. */
  area: z.object({ name: z.string().min(1), lonlat }).optional(),
});

const geocoded = z.object({
  // "0": found, "101": nothing of that address
  status: z.enum(["0", "101"]),
  location: z
    .object({ lon: lng, lat, level: z.string().default(""), keyWord: z.string().optional() })
    .optional(),
});

/** 天地图: its search of place names (v2), and where that knows nothing its geocoder of addresses. */
export const tianditu = (key: string): AddressProvider => ({
  name: "tianditu",
  mayKeep: true,
  async findPlaces(asked) {
    const places = await searchNames(key, asked);
    return places.length > 0 ? places : geocode(key, asked);
  },
});

async function searchNames(key: string, { text, near, signal }: Asked): Promise<FoundPlace[]> {
  const [west, south, east, north] = near ?? [73, 3, 136, 54];
  // 1: an ordinary search, which looks in the window first and beyond it after
  const question = {
    keyWord: text,
    level: near ? 10 : 4,
    mapBound: [west, south, east, north].join(),
    queryType: 1,
    start: 0,
    count: placesAtMost,
  };
  const url = addressOf("/v2/search", { postStr: JSON.stringify(question), type: "query", tk: key });
  const { pois, area } = await askProvider(url, searched, { signal, failureIn });
  const places = pois.map(({ name, address, lonlat }) => ({ name, address, ...lonlat }));
  if (area) places.unshift({ name: area.name, address: "", ...area.lonlat });
  return places.slice(0, placesAtMost);
}

async function geocode(key: string, { text, signal }: Asked): Promise<FoundPlace[]> {
  const url = addressOf("/geocoder", { ds: JSON.stringify({ keyWord: text }), tk: key });
  const { status, location } = await askProvider(url, geocoded, { signal, failureIn });
  if (status !== "0" || !location) return [];
  return [{ name: location.keyWord ?? text, address: location.level, lng: location.lon, lat: location.lat }];
}

function addressOf(path: string, parameters: Record<string, string>) {
  const url = new URL(path, service);
  url.search = new URLSearchParams(parameters).toString();
  return url;
}

const refusal = z.object({
  code: z.union([z.number(), z.string()]),
  msg: z.string().optional(),
  message: z.string().optional(),
});

/** A key that is wrong, of the wrong kind or used up is answered by a code and a sentence, under various statuses. */
function failureIn(body: unknown) {
  const { success, data } = refusal.safeParse(body);
  if (!success) return undefined;
  return /配额|限额|超限|上限|频繁|次数/.test(data.msg ?? data.message ?? "") ? "quota" : "refused";
}
