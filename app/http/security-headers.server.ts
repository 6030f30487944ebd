import { env } from "#app/env.server.ts";

const secure = env.PUBLIC_ORIGIN?.startsWith("https:") ?? false;

type MapEnv = Partial<Pick<typeof env, "MAPBOX_ACCESS_TOKEN" | "TIANDITU_KEY" | "MAP_XYZ_URL">>;

/** What mapbox-gl asks for styles, tiles and glyphs, and where it sends usage data, as Mapbox documents it. */
const mapboxHosts = ["https://api.mapbox.com", "https://events.mapbox.com", "https://*.tiles.mapbox.com"];
const tiandituHosts = Array.from({ length: 8 }, (_, index) => `https://t${index}.tianditu.gov.cn`);

/** No other host is asked for anything but the maps that are set up; scripts run by nonce only. */
export function contentSecurityPolicy(nonce: string | undefined, maps: MapEnv) {
  // Raster tiles are fetched by one engine and put into <img> by the other.
  const rasterHosts = [
    ...(maps.TIANDITU_KEY ? tiandituHosts : []),
    ...(maps.MAP_XYZ_URL ? [new URL(maps.MAP_XYZ_URL).origin] : []),
  ];
  const usesMapbox = Boolean(maps.MAPBOX_ACCESS_TOKEN);
  return [
    "default-src 'self'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...rasterHosts].join(" "),
    `worker-src 'self'${usesMapbox ? " blob:" : ""}`,
    ["connect-src 'self'", ...(usesMapbox ? mapboxHosts : []), ...rasterHosts].join(" "),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

export function setSecurityHeaders(headers: Headers, nonce?: string) {
  if (!headers.has("Content-Security-Policy")) {
    headers.set("Content-Security-Policy", contentSecurityPolicy(nonce, env));
  }
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (secure) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
}
