import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { database } from "./database.server.ts";
import { isDatabaseAway } from "./http/failure.server.ts";
import { logError } from "./http/log.server.ts";
import { NonceContext } from "./http/nonce.ts";
import { I18nContext } from "./i18n/useTranslation.ts";
import { i18nFor } from "./messages.server.ts";

export { createApp } from "./app.server.ts";
export { startBackgroundWork } from "./background.server.ts";

/** Ends what outlives a request, once the last one has been answered. */
export const close = () => database.destroy();

/** How long a page may take to render before it is cut off. */
export const streamTimeout = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, language }: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let shellReady = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <I18nContext.Provider value={i18nFor(language)}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
        </I18nContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady() {
          shellReady = true;
        },
        onShellError: reject,
        // No loader defers anything, so a page is sent whole: its bytes once, instead of through three streams.
        onAllReady() {
          headers.set("Content-Type", "text/html; charset=utf-8");
          pipe(collect((body) => resolve(new Response(body, { status, headers }))));
        },
        onError(error) {
          if (shellReady && !request.signal.aborted) logError(error, request);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Takes what is written to it and hands it on in one piece. */
function collect(done: (whole: Uint8Array<ArrayBuffer>) => void) {
  const parts: Buffer[] = [];
  return new Writable({
    write(part: Buffer, _encoding, next) {
      parts.push(part);
      next();
    },
    final(next) {
      done(Buffer.concat(parts));
      next();
    },
  });
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (isDatabaseAway(error)) context.databaseAway = true;
  if (!request.signal.aborted) logError(error, request);
}
