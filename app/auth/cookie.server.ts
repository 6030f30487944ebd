import { parse, serialize } from "hono/utils/cookie";
import { env } from "#app/env.server.ts";

const secure = env.PUBLIC_ORIGIN?.startsWith("https:") ?? false;
// The __Host- prefix ties the cookie to this host and to https; without https browsers would drop it.
const sessionName = secure ? "__Host-session" : "session";
const attributes = { path: "/", httpOnly: true, sameSite: "Lax", secure } as const;

export const readSessionToken = (cookieHeader: string | null) => parse(cookieHeader ?? "")[sessionName];

/** `expiresAt` undefined: until the browser closes. */
export const sessionCookie = (token: string, expiresAt: Date | undefined) =>
  serialize(sessionName, token, { ...attributes, ...(expiresAt && { expires: expiresAt }) });

export const endedSessionCookie = () => serialize(sessionName, "", { ...attributes, maxAge: 0 });

/** What a visitor who has not signed in prefers. */
export function readVisitorPreferences(cookieHeader: string | null) {
  const cookies = parse(cookieHeader ?? "");
  return { language: cookies.language, theme: cookies.theme };
}

export const visitorCookie = (name: "language" | "theme", value: string) =>
  serialize(name, value, { ...attributes, maxAge: 365 * 24 * 60 * 60 });
