import { createHash, randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Bytes of rendered pages that one process keeps. */
const maxBytes = 32 * 1024 * 1024;

/** Stands where the nonce of each answer goes; made anew by each process, so no text of a page can hold it. */
const nonceMark = randomUUID();

const pages = new LRUCache<string, string[]>({
  maxSize: maxBytes,
  sizeCalculation: (pieces) => pieces.reduce((sum, piece) => sum + 2 * piece.length, 1),
});

/**
 * A page is a function of its address, its language and what its loaders returned, so the same page is not rendered
 * twice (docs/decisions/0017). `facts` are all of these; `render` is given the nonce to write.
 */
export function renderOnce(facts: readonly string[], nonce: string, render: (nonce: string) => string) {
  const key = createHash("sha256").update(JSON.stringify(facts)).digest("base64");
  const known = pages.get(key);
  if (known) return known.join(nonce);
  const pieces = render(nonceMark).split(nonceMark);
  pages.set(key, pieces);
  return pieces.join(nonce);
}
