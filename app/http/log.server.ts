import { pino } from "pino";
import { env } from "#app/env.server.ts";

export const log = pino({ level: env.LOG_LEVEL ?? "info" });

/** What went wrong where; never the query string, a body or a header, which may hold secrets. */
export function logError(error: unknown, request: Request) {
  log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, "request failed");
}
