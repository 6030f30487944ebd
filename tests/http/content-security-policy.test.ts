import { expect, test } from "vitest";
import { contentSecurityPolicy } from "#app/http/security-headers.server.ts";

type Maps = Parameters<typeof contentSecurityPolicy>[1];
const policy = (maps: Maps) =>
  Object.fromEntries(
    contentSecurityPolicy("abc", maps)
      .split("; ")
      .map((directive) => {
        const [name = "", ...sources] = directive.split(" ");
        return [name, sources];
      }),
  );

const plain = {
  "default-src": ["'self'"],
  "script-src": ["'self'", "'nonce-abc'"],
  "style-src": ["'self'"],
  "style-src-attr": ["'unsafe-inline'"],
  "img-src": ["'self'", "data:", "blob:"],
  "worker-src": ["'self'"],
  "connect-src": ["'self'"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'none'"],
};
const tianditu = [0, 1, 2, 3, 4, 5, 6, 7].map((host) => `https://t${host}.tianditu.gov.cn`);
const mapbox = ["https://api.mapbox.com", "https://events.mapbox.com", "https://*.tiles.mapbox.com"];

test.for<[string, Maps, Partial<Record<keyof typeof plain, string[]>>]>([
  ["no map of others", {}, {}],
  [
    "a Mapbox token",
    { MAPBOX_ACCESS_TOKEN: "pk.token" },
    { "worker-src": ["'self'", "blob:"], "connect-src": ["'self'", ...mapbox] },
  ],
  [
    "a key of Tianditu",
    { TIANDITU_KEY: "key" },
    { "img-src": [...plain["img-src"], ...tianditu], "connect-src": ["'self'", ...tianditu] },
  ],
  [
    "tiles by an address",
    { MAP_XYZ_URL: "http://tiles.example.cn:8080/a/{z}/{x}/{y}.png?key=secret" },
    {
      "img-src": [...plain["img-src"], "http://tiles.example.cn:8080"],
      "connect-src": ["'self'", "http://tiles.example.cn:8080"],
    },
  ],
  [
    "all of them",
    { MAPBOX_ACCESS_TOKEN: "pk", TIANDITU_KEY: "key", MAP_XYZ_URL: "https://x.example/{z}/{x}/{y}" },
    {
      "worker-src": ["'self'", "blob:"],
      "img-src": [...plain["img-src"], ...tianditu, "https://x.example"],
      "connect-src": ["'self'", ...mapbox, ...tianditu, "https://x.example"],
    },
  ],
])("with %s nothing but that is added", ([, maps, added]) => {
  expect(policy(maps)).toEqual({ ...plain, ...added });
});
