import { readVisitorPreferences } from "#app/auth/cookie.server.ts";
import { isLanguage, preferredLanguage } from "#app/i18n/language.ts";
import { i18nFor } from "#app/messages.server.ts";

const awayCodes = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
  "53300",
];

/** True when the database cannot be reached, is starting, stopping, or has no connection left. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, errors } = error as { code?: unknown; errors?: unknown[] };
  return awayCodes.includes(String(code)) || (errors?.some(isDatabaseAway) ?? false);
}

/** A whole page for what goes wrong before or outside Remix: no script, no database, no session. */
export function failurePage(request: Request, reason: 403 | 413 | 429 | 500 | 503 | "busy") {
  const chosen = readVisitorPreferences(request.headers.get("cookie")).language;
  const language = isLanguage(chosen) ? chosen : preferredLanguage(request.headers.get("accept-language"));
  const t = i18nFor(language).getFixedT(language, "http");
  const html = `<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${t(`failure.${reason}.title`)}</title>
<main style="max-width:36rem;margin:15vh auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif">
<h1 style="font-size:1.5rem">${t(`failure.${reason}.title`)}</h1><p>${t(`failure.${reason}.text`)}</p>
<p><a href="/">${t("home")}</a></p></main></html>`;
  const status = reason === "busy" ? 503 : reason;
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      ...((status === 503 || status === 429) && { "Retry-After": "5" }),
    },
  });
}
