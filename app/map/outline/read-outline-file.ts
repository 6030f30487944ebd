import { readKml } from "./kml.ts";
import { type Outline, outlineOf } from "./outline.ts";

/** Bytes; a file of outlines is small. */
export const largestOutlineFile = 5_000_000;
export const outlineFileEndings = ".geojson,.json,.kml";

type Found = { name: string; outline: Outline };
export type OutlineFile =
  | { found: Found[]; problem?: undefined }
  | { found?: undefined; problem: "fileKind" | "fileBroken" | "fileEmpty" };

/** The outlines in a GeoJSON or KML file with their names, as they stand there: neither checked nor converted. */
export function readOutlineFile(text: string, fileName: string): OutlineFile {
  const content = text.replace(/^\uFEFF/, "").trimStart();
  const isKml = content.startsWith("<");
  if (!isKml && !content.startsWith("{")) return { problem: "fileKind" };
  const found = isKml ? readPlacemarks(content) : readGeoJson(content);
  if (!found) return { problem: "fileBroken" };
  if (found.length === 0) return { problem: "fileEmpty" };
  const base = fileName.replace(/\.[^.]*$/, "");
  return { found: found.map(({ name, outline }) => ({ name: name || base, outline })) };
}

type Unnamed = { name: string | undefined; outline: Outline }[];

const readPlacemarks = (text: string): Unnamed | undefined =>
  readKml(text)?.map(({ name, polygons }) => ({ name, outline: outlineOf(polygons) }));

function readGeoJson(text: string): Unnamed | undefined {
  try {
    return outlinesIn(JSON.parse(text));
  } catch {
    return undefined;
  }
}

type Json = {
  type?: unknown;
  features?: unknown;
  geometry?: unknown;
  properties?: Record<string, unknown> | null;
};

function outlinesIn(json: Json | null): Unnamed {
  switch (json?.type) {
    case "FeatureCollection":
      return Array.isArray(json.features) ? json.features.flatMap(outlinesIn) : [];
    case "Feature": {
      const { name, 名称: nameZh } = json.properties ?? {};
      const said = [name, nameZh].find((one) => typeof one === "string") as string | undefined;
      return outlinesIn(json.geometry as Json).map(({ outline }) => ({ name: said, outline }));
    }
    case "Polygon":
    case "MultiPolygon":
      return [{ name: undefined, outline: json as Outline }];
    default:
      return [];
  }
}
