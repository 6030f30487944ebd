import type { StyleSpecification } from "maplibre-gl";
import type { Colours } from "./colours.ts";
import type { MapSettings } from "./settings.ts";

export const basemapIds = ["local", "tianditu", "imagery", "mapbox", "satellite", "xyz", "pmtiles"] as const;
export type BasemapId = (typeof basemapIds)[number];

/** The basemaps one may choose among; `local` needs no network and is always there. */
export function basemapsOf({ tianditu, mapboxToken, xyz, pmtiles }: MapSettings): BasemapId[] {
  const configured: Record<BasemapId, unknown> = {
    local: true,
    tianditu,
    imagery: tianditu,
    mapbox: mapboxToken,
    satellite: mapboxToken,
    xyz,
    pmtiles,
  };
  return basemapIds.filter((id) => configured[id] !== null);
}

type Sources = StyleSpecification["sources"];
type Layers = StyleSpecification["layers"];

/** A basemap as a style; Mapbox' own are named by their address. */
export function basemapStyle(
  id: BasemapId,
  {
    settings,
    colours,
    origin,
    engine,
  }: { settings: MapSettings; colours: Colours; origin: string; engine: string },
): StyleSpecification | string {
  if (id === "mapbox" && engine === "mapbox") return "mapbox://styles/mapbox/streets-v12";
  if (id === "satellite" && engine === "mapbox") return "mapbox://styles/mapbox/satellite-streets-v12";
  const { sources, layers } = tiles(id, settings, origin, colours);
  return {
    version: 8,
    // Every label is drawn with the device's own font; mapbox-gl wants an address all the same, and asks it for nothing.
    ...(engine === "mapbox" ? { glyphs: "mapbox://fonts/mapbox/{fontstack}/{range}.pbf" } : {}),
    sources,
    layers: [{ id: "paper", type: "background", paint: { "background-color": colours.wash } }, ...layers],
  };
}

function tiles(
  id: BasemapId,
  { tianditu, xyz, pmtiles }: MapSettings,
  origin: string,
  colours: Colours,
): { sources: Sources; layers: Layers } {
  if (id === "tianditu" && tianditu) return raster(tiandituTiles(["vec", "cva"], tianditu));
  if (id === "imagery" && tianditu) return raster(tiandituTiles(["img", "cia"], tianditu));
  if (id === "xyz" && xyz)
    return raster([{ tiles: [xyz.url], attribution: xyz.attribution ?? "", maxzoom: 19 }]);
  if (id === "pmtiles" && pmtiles) {
    const source = {
      tiles: [`${origin}/tiles/base/{z}/{x}/{y}`],
      minzoom: pmtiles.minZoom,
      maxzoom: pmtiles.maxZoom,
      attribution: pmtiles.attribution ?? "",
    };
    if (pmtiles.kind === "raster") return raster([source]);
    return {
      sources: { base: { type: "vector", ...source } },
      layers: pmtiles.layers.flatMap((layer) => vectorLayers(layer, colours)),
    };
  }
  return { sources: {}, layers: [] };
}

type RasterTiles = { tiles: string[]; attribution: string; minzoom?: number; maxzoom: number };

function raster(stack: RasterTiles[]): { sources: Sources; layers: Layers } {
  return {
    sources: Object.fromEntries(
      stack.map((source, index) => [`base-${index}`, { type: "raster", tileSize: 256, ...source }]),
    ),
    layers: stack.map((_, index) => ({ id: `base-${index}`, type: "raster", source: `base-${index}` })),
  };
}

/** Picture and names are two sets of tiles; 天地图 answers at t0 to t7, zoom 1 to 18. */
function tiandituTiles(
  sets: string[],
  { key, reviewNumber }: NonNullable<MapSettings["tianditu"]>,
): RasterTiles[] {
  const attribution = `天地图 © 国家地理信息公共服务平台${reviewNumber ? ` ${reviewNumber}` : ""}`;
  return sets.map((set) => ({
    tiles: [0, 1, 2, 3, 4, 5, 6, 7].map(
      (host) =>
        `https://t${host}.tianditu.gov.cn/${set}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${set}` +
        `&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`,
    ),
    minzoom: 1,
    maxzoom: 18,
    attribution,
  }));
}

/** A vector file of unknown making: its areas washed, its lines thin, whatever they are. */
const vectorLayers = (layer: string, colours: Colours): Layers => [
  {
    id: `base-${layer}-areas`,
    type: "fill",
    source: "base",
    "source-layer": layer,
    filter: ["==", ["geometry-type"], "Polygon"],
    paint: { "fill-color": colours.surface, "fill-opacity": 0.5 },
  },
  {
    id: `base-${layer}-lines`,
    type: "line",
    source: "base",
    "source-layer": layer,
    filter: ["==", ["geometry-type"], "LineString"],
    paint: { "line-color": colours.edge, "line-width": 0.75 },
  },
];
