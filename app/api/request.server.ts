import type { Context, MiddlewareHandler } from "hono";
import { program } from "#app/audit/write.server.ts";
import { findTokenVisit } from "#app/auth/api-token.server.ts";
import { readSessionToken } from "#app/auth/cookie.server.ts";
import { findVisit } from "#app/auth/session.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { findDevice, isDeviceToken } from "#app/features/production/water/queries/devices.server.ts";
import type { DeviceSource } from "#app/features/production/water/receive-readings.server.ts";
import { problem } from "#app/http/problem.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { preferredLanguage } from "#app/i18n/language.ts";
import { i18nFor } from "#app/messages.server.ts";

/** What every operation finds in its context: who asks, the instant, and which day it is in China. */
export type ApiEnv = { Variables: { viewer: Viewer; now: Date; today: string; device?: DeviceSource } };

const reads = ["GET", "HEAD", "OPTIONS"];

/** A sensor at a pond: it writes readings of its site, and may nothing else. */
export const authenticateDevice: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const bearer = bearerOf(c);
  const device = bearer && isDeviceToken(bearer) ? await findDevice(bearer) : undefined;
  if (device) {
    c.set("device", device);
    c.set("viewer", program(device.allianceId, new Date()).viewer);
  }
  return next();
};

/** Lets in an API token or a signed-in browser; each costs one round trip. */
export const authenticate: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const now = new Date();
  c.set("now", now);
  c.set("today", chinaDay(now));
  if (c.get("device")) return next();
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
  return next();
};

const bearerOf = (c: Context) => c.req.header("authorization")?.match(/^Bearer +(\S+)$/i)?.[1];

async function findCaller(c: Context, now: Date) {
  const bearer = bearerOf(c);
  if (bearer) return findTokenVisit(bearer, now);
  const session = readSessionToken(c.req.header("cookie") ?? null);
  const visit = session && (await findVisit(session, now));
  return visit ? { visit, scope: "write" as const } : undefined;
}

const languageOf = (c: Context) => preferredLanguage(c.req.header("accept-language") ?? null);

/** The words of a problem, in the language the caller asks for. */
export function apiText(c: Context) {
  const language = languageOf(c);
  return i18nFor(language).getFixedT(language, ["api", "water"]);
}

/** The words of every page, for what a rule refuses with a message of its own. */
export const pageText = (c: Context) => i18nFor(languageOf(c)).t;
