import { randomBytes } from "node:crypto";
import { type AppLoadContext, redirect } from "@remix-run/node";
import { readSessionToken, readVisitorPreferences } from "#app/auth/cookie.server.ts";
import { findVisit, type Visit } from "#app/auth/session.server.ts";
import { chinaDay } from "#app/i18n/day.ts";
import { isLanguage, preferredLanguage } from "#app/i18n/language.ts";
import { i18nFor } from "#app/messages.server.ts";

/** Where an account goes whose password was set by somebody else, before it may do anything. */
const passwordPages = ["/account/password", "/logout", "/preferences"];

/** What every loader and action gets. The language is settled before rendering begins, so the visit is read here. */
export async function createLoadContext(
  request: Request,
  { address, now }: { address: string; now: Date },
): Promise<AppLoadContext> {
  const cookie = request.headers.get("cookie");
  const url = new URL(request.url);
  const token = readSessionToken(cookie);
  const visit: Visit | undefined = token ? await findVisit(token, now) : undefined;
  const chosen = visit?.preferences.language ?? readVisitorPreferences(cookie).language;
  const viewer = async () => {
    if (!visit) throw redirect(signInAddress(url));
    if (visit.mustChangePassword && !passwordPages.includes(pagePath(url)))
      throw redirect("/account/password");
    return visit.viewer;
  };
  const language = isLanguage(chosen) ? chosen : preferredLanguage(request.headers.get("accept-language"));
  return {
    now,
    today: chinaDay(now),
    language,
    t: i18nFor(language).t,
    nonce: randomBytes(16).toString("base64"),
    address,
    viewer,
    writer: async () => ({ viewer: await viewer(), now }),
    visit: async () => visit,
  };
}

/** The page's own path: Remix asks for a page's data at `<path>.data`, and for the root's at `/_root.data`. */
const pagePath = (url: URL) => url.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");

function signInAddress(url: URL) {
  const parameters = new URLSearchParams(url.search);
  parameters.delete("_routes");
  const query = parameters.size > 0 ? `?${parameters}` : "";
  const target = pagePath(url) + query;
  return target === "/" ? "/login" : `/login?redirectTo=${encodeURIComponent(target)}`;
}
