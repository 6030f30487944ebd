import { createHash, randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Bytes of rendered pages that one process keeps. */
const maxBytes = 32 * 1024 * 1024;

/** Stands where the nonce of each answer goes; made anew by each process, so no text of a page can hold it. */
const nonceMark = randomUUID();

/** A page as it is sent, in the pieces between its nonces. */
const pages = new LRUCache<string, Buffer[]>({
  maxSize: maxBytes,
  sizeCalculation: (pieces) => pieces.reduce((sum, piece) => sum + piece.length, 1),
});

/**
 * A page is a function of its address, its language and what its loaders returned, so the same page is not rendered
 * twice (docs/decisions/0017). `facts` are all of these, the longest last; `render` is given the nonce to write.
 */
export function renderOnce(facts: readonly string[], nonce: string, render: (nonce: string) => string) {
  const hash = createHash("sha256");
  for (const fact of facts) hash.update(`${fact.length} `).update(fact);
  const key = hash.digest("base64");
  const known =
    pages.get(key) ??
    render(nonceMark)
      .split(nonceMark)
      .map((piece) => Buffer.from(piece));
  pages.set(key, known);
  return withNonce(known, Buffer.from(nonce));
}

const withNonce = (pieces: readonly Buffer[], nonce: Buffer) =>
  Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [nonce, piece])));
