import type { MiddlewareHandler } from "hono";
import { readSessionToken } from "#app/auth/cookie.server.ts";
import { env } from "#app/env.server.ts";

const reads = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses writes that another site sends with our cookie. A browser says where a write comes from; a program that
 * says nothing may sign in and out, but writes with a Bearer token instead of a cookie.
 */
export function isForeignWrite(request: Request) {
  if (reads.includes(request.method)) return false;
  const cookie = readSessionToken(request.headers.get("cookie"));
  if (!cookie && request.headers.get("authorization")?.startsWith("Bearer ")) return false;
  const origin = request.headers.get("origin");
  if (origin !== null) return !isOwnOrigin(origin, request);
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  return cookie !== undefined && new URL(request.url).pathname !== "/logout";
}

function isOwnOrigin(origin: string, request: Request) {
  if (env.PUBLIC_ORIGIN && origin === env.PUBLIC_ORIGIN) return true;
  try {
    return new URL(origin).host === request.headers.get("host");
  } catch {
    return false;
  }
}

export const refuseForeignWrites =
  (refuse: (request: Request) => Response): MiddlewareHandler =>
  async (c, next) =>
    isForeignWrite(c.req.raw) ? refuse(c.req.raw) : next();
