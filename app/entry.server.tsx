import { randomUUID } from "node:crypto";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { database } from "./database.server.ts";
import { isDatabaseAway } from "./http/failure.server.ts";
import { logError } from "./http/log.server.ts";
import { NonceContext } from "./http/nonce.ts";
import { renderOnce } from "./http/rendered-pages.server.ts";
import { WordsContext } from "./i18n/useTranslation.ts";
import { i18nFor } from "./messages.server.ts";

export { createApp } from "./app.server.ts";
export { startBackgroundWork } from "./background.server.ts";

/** Ends what outlives a request, once the last one has been answered. */
export const close = () => database.destroy();

/** Milliseconds a loader's data may take to be written out. */
export const streamTimeout = 10_000;

/** An error can meet any page. */
const alwaysNeeded = ["common", "http"];

/** Stands where the page says which namespaces it was rendered with, which is known when it is. */
const wordsMark = randomUUID();

/**
 * A page is one string: no loader defers anything, and a stream of bytes costs as much again as rendering does
 * (docs/decisions/0015).
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, language }: AppLoadContext,
) {
  const handoff = await readHandoff(remixContext);
  const render = (shownNonce: string) => {
    const used = new Set(alwaysNeeded);
    const words = { i18n: i18nFor(language), need: (name: string) => void used.add(name), mark: wordsMark };
    const page = renderToString(
      <NonceContext.Provider value={shownNonce}>
        <WordsContext.Provider value={words}>
          <RemixServer
            context={remixContext}
            url={request.url}
            nonce={shownNonce}
            abortDelay={streamTimeout}
          />
        </WordsContext.Provider>
      </NonceContext.Provider>,
    );
    return `<!DOCTYPE html>${page.replace(wordsMark, [...used].join(" "))}`;
  };
  const isPlain = status === 200 && request.method === "GET" && handoff !== undefined;
  const page = isPlain
    ? renderOnce([request.url, language, handoff], nonce, render)
    : Buffer.from(render(nonce));
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(page, { status, headers });
}

/**
 * What the loaders returned, as the page's script will read it; also put where RemixServer would have put it piece by
 * piece, so that it waits for nothing.
 */
async function readHandoff({ serverHandoffStream, renderMeta }: EntryContext) {
  if (!serverHandoffStream || !renderMeta) return;
  const reader = serverHandoffStream.getReader();
  const decoder = new TextDecoder();
  let value = "";
  for (let part = await reader.read(); !part.done; part = await reader.read())
    value += decoder.decode(part.value, { stream: true });
  reader.releaseLock();
  renderMeta.streamCache = { 0: Object.assign(Promise.resolve(), { result: { done: true, value } }) };
  return value;
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (isDatabaseAway(error)) context.databaseAway = true;
  if (!request.signal.aborted) logError(error, request);
}
