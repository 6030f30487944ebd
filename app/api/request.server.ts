import type { Context, MiddlewareHandler } from "hono";
import { findTokenVisit } from "#app/auth/api-token.server.ts";
import { readSessionToken } from "#app/auth/cookie.server.ts";
import { findVisit } from "#app/auth/session.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { problem } from "#app/http/problem.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { preferredLanguage } from "#app/i18n/language.ts";
import { i18nFor } from "#app/messages.server.ts";

/** What every operation finds in its context: who asks, when, and which day that is in China. */
export type ApiEnv = { Variables: { viewer: Viewer; now: Date; today: string } };

const reads = ["GET", "HEAD", "OPTIONS"];

/** Lets in an API token or a signed-in browser; each costs one round trip. */
export const authenticate: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const now = new Date();
  const t = apiText(c);
  const caller = await findCaller(c, now);
  if (!caller) {
    const challenge = c.req.header("authorization") ? 'Bearer error="invalid_token"' : "Bearer";
    return problem(401, { detail: t("error.signIn") }, { "WWW-Authenticate": challenge });
  }
  if (caller.visit.mustChangePassword) return problem(403, { detail: t("error.changePassword") });
  if (caller.scope === "read" && !reads.includes(c.req.method))
    return problem(403, { detail: t("error.readOnly") });
  c.set("viewer", caller.visit.viewer);
  c.set("now", now);
  c.set("today", chinaDay(now));
  return next();
};

async function findCaller(c: Context, now: Date) {
  const [, bearer] = c.req.header("authorization")?.match(/^Bearer +(\S+)$/i) ?? [];
  if (bearer) return findTokenVisit(bearer, now);
  const session = readSessionToken(c.req.header("cookie") ?? null);
  const visit = session && (await findVisit(session, now));
  return visit ? { visit, scope: "write" as const } : undefined;
}

const languageOf = (c: Context) => preferredLanguage(c.req.header("accept-language") ?? null);

/** The words of a problem, in the language the caller asks for. */
export function apiText(c: Context) {
  const language = languageOf(c);
  return i18nFor(language).getFixedT(language, "api");
}

/** The words of every page, for what a rule refuses with a message of its own. */
export const pageText = (c: Context) => i18nFor(languageOf(c)).t;
