import { SaxesParser } from "saxes";
import type { Drawing, Shape } from "./chart.ts";

/** What a stroke or a word keeps; classes, styles and clips of the library stay behind. */
const kept: Record<string, string> = {
  d: "d",
  fill: "fill",
  "fill-opacity": "fillOpacity",
  stroke: "stroke",
  "stroke-width": "strokeWidth",
  "stroke-dasharray": "strokeDasharray",
  "stroke-linejoin": "strokeLinejoin",
  "stroke-linecap": "strokeLinecap",
  transform: "transform",
  x: "x",
  y: "y",
  "text-anchor": "textAnchor",
  "dominant-baseline": "dominantBaseline",
};

/** The library's SVG as plain strokes and words, so that a page draws them without a foreign style or script. */
export function readDrawing(svg: string, size: { width: number; height: number }): Drawing {
  const shapes: Shape[] = [];
  const parser = new SaxesParser();
  let inDefinitions = false;
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "defs") inDefinitions = true;
    if (inDefinitions || (name !== "path" && name !== "text")) return;
    const given = Object.entries(attributes).flatMap(([attribute, value]) => {
      const as = kept[attribute];
      return as ? [[as, value] as const] : [];
    });
    shapes.push({ id: `s${shapes.length}`, tag: name, attributes: Object.fromEntries(given) });
  });
  parser.on("text", (text) => {
    const last = shapes.at(-1);
    if (!inDefinitions && last?.tag === "text" && text.trim() !== "") last.text = (last.text ?? "") + text;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "defs") inDefinitions = false;
  });
  parser.write(svg).close();
  return { ...size, shapes: shapes.filter(isVisible) };
}

const isVisible = ({ tag, attributes, text }: Shape) =>
  tag === "text"
    ? text !== undefined
    : attributes.d !== "" &&
      attributes.strokeWidth !== "0" &&
      !(attributes.fill === "none" && attributes.stroke === undefined);
