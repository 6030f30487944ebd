import type { Position } from "geojson";
import { SaxesParser } from "saxes";

type Placemark = { name: string | undefined; polygons: Position[][][] };

/** The polygons of a KML document by placemark; undefined where it is not well-formed XML. */
export function readKml(text: string): Placemark[] | undefined {
  const placemarks: Placemark[] = [];
  const path: string[] = [];
  let words = "";
  let current: Placemark | undefined;
  // saxes knows the five entities of XML only: a document can't define one that grows.
  const parser = new SaxesParser();
  let broken = false;
  parser.on("error", () => {
    broken = true;
  });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    path.push(name);
    words = "";
    if (name === "Placemark") current = { name: undefined, polygons: [] };
    if (name === "Polygon") current?.polygons.push([]);
  });
  const hear = (part: string) => {
    words += part;
  };
  parser.on("text", hear);
  parser.on("cdata", hear);
  parser.on("closetag", (tag) => {
    const name = localName(tag.name);
    path.pop();
    if (name === "name" && path.at(-1) === "Placemark" && current) current.name = words.trim();
    if (name === "coordinates" && path.at(-1) === "LinearRing") {
      const ring = closed(positionsIn(words));
      const rings = current?.polygons.at(-1);
      if (path.includes("outerBoundaryIs")) rings?.unshift(ring);
      else rings?.push(ring);
    }
    if (name === "Placemark" && current) {
      if (current.polygons.length > 0) placemarks.push(current);
      current = undefined;
    }
    words = "";
  });
  try {
    parser.write(text).close();
  } catch {
    return undefined;
  }
  return broken ? undefined : placemarks;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

const positionsIn = (text: string): Position[] =>
  text
    .trim()
    .split(/\s+/)
    .map((tuple) => tuple.split(",").slice(0, 2).map(Number));

/** Many programs write rings without their last corner. */
const closed = (ring: Position[]) => {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return first && !isClosed ? [...ring, first] : ring;
};
