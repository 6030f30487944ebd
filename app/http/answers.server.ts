import { data } from "@remix-run/node";
import type { FeatureCollection } from "geojson";

/** Throws 403 unless the viewer may. Say what they may not see with `found` instead. */
export function allow(permitted: boolean): asserts permitted {
  if (!permitted) throw data(null, { status: 403 });
}

/** The row, or 404: unknown, invisible and another alliance's are the same answer. */
export function found<Row>(row: Row | undefined | null): Row {
  if (row === undefined || row === null) throw data(null, { status: 404 });
  return row;
}

/** 400 for a parameter of the URL that cannot be read; the page names it. */
export function badParameter(name: string): never {
  throw data({ parameter: name }, { status: 400 });
}

/** RFC 7946, for a map on our own pages. */
export const geojson = (features: FeatureCollection) =>
  new Response(JSON.stringify(features), {
    headers: { "Content-Type": "application/geo+json", "Cache-Control": "private, no-cache" },
  });
