/** A colour of styles.css. */
export type ChartColour =
  | "accent"
  | "breeding"
  | "farming"
  | "processing"
  | "sales"
  | "muted"
  | "due"
  | "late";

export type Look = "line" | "dashed" | "points" | "band";

/** Values over time; null where a gap is to be seen. `at` in milliseconds since 1970. */
export type LineSeries = {
  name: string;
  colour: ChartColour;
  look: Exclude<Look, "band">;
  points: readonly (readonly [at: number, value: number | null])[];
};
/** What lies between a lowest and a highest value, such as the extremes of a day or the range of a forecast. */
export type BandSeries = {
  name: string;
  colour: ChartColour;
  look: "band";
  points: readonly (readonly [at: number, low: number | null, high: number | null])[];
};
export type Series = LineSeries | BandSeries;

/** A limit as a marked line; shown where the values come near it. */
export type Mark = { value: number; label: string; colour: ChartColour };

/** One stroke or word of a drawing, as attributes of SVG. */
export type Shape = { id: string; tag: "path" | "text"; attributes: Record<string, string>; text?: string };
export type Drawing = { width: number; height: number; shapes: Shape[] };

/** The same chart for a wide page and for a phone, where words would shrink with the picture. */
export type Chart = {
  wide: Drawing;
  narrow: Drawing;
  legend: { name: string; colour: ChartColour; look: Look }[];
};
