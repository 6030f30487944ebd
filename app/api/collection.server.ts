import { type PageKey, writePageKey } from "#app/http/page-key.server.ts";
import { geometryOf } from "./geojson.ts";

/** Features read and written at a time: what is held in memory of a collection of any size. */
const featuresPerRead = 1000;
/** What one answer may hold. */
export const featuresPerAnswer = 20_000;

type Place = Parameters<typeof geometryOf>[0];
type Page<Row> = { items: Row[]; next?: Row };
type Window = { after?: PageKey; limit: number };

/**
 * A GeoJSON FeatureCollection written while it is read. The first rows are read before the answer begins, so that a
 * database out of reach is still a 503.
 */
export async function featureCollection<Row extends PageKey & Place>(
  { after, limit }: Window,
  read: (window: Window) => Promise<Page<Row>>,
  propertiesOf: (row: Row) => object,
) {
  const first = await read({ after, limit: Math.min(limit, featuresPerRead) });
  const text = collectionText(first, { limit, read, propertiesOf });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => text.return().then(() => undefined),
  });
  return new Response(body, { headers: { "Content-Type": "application/geo+json" } });
}

async function* collectionText<Row extends PageKey & Place>(
  first: Page<Row>,
  {
    limit,
    read,
    propertiesOf,
  }: {
    limit: number;
    read: (window: Window) => Promise<Page<Row>>;
    propertiesOf: (row: Row) => object;
  },
) {
  const feature = (row: Row) =>
    JSON.stringify({
      type: "Feature",
      id: row.id,
      geometry: geometryOf(row),
      properties: propertiesOf(row),
    });
  let page = first;
  let written = page.items.length;
  yield `{"type":"FeatureCollection","features":[${page.items.map(feature).join(",")}`;
  while (page.next && written < limit) {
    page = await read({ after: page.next, limit: Math.min(limit - written, featuresPerRead) });
    written += page.items.length;
    if (page.items.length > 0) yield `,${page.items.map(feature).join(",")}`;
  }
  yield `],"next":${JSON.stringify(page.next ? writePageKey(page.next) : null)}}`;
}
