import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { visitorCookie } from "#app/auth/cookie.server.ts";
import { setPreferences } from "#app/auth/preferences.server.ts";
import type { Preferences } from "#app/auth/session.server.ts";
import { localAddress } from "#app/http/local-address.ts";
import { isLanguage } from "#app/i18n/language.ts";

const isUnit = (value: unknown) => value === "kg" || value === "jin";
const isTheme = (value: unknown) => value === "system" || value === "light" || value === "dark";

export const loader = () => redirect("/");

/** Language, unit and theme from the frame's menu or one's account: kept with the account, or in a cookie for a visitor. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const language = form.get("language");
  const unit = form.get("unit");
  const theme = form.get("theme");
  const visit = await context.visit();
  const headers = new Headers();
  const chosen: Partial<Preferences> = {
    ...(isLanguage(language) && { language }),
    ...(isUnit(unit) && { unit }),
    ...(isTheme(theme) && { theme }),
  };
  if (visit) await setPreferences(visit.viewer, chosen);
  if (chosen.language) headers.append("Set-Cookie", visitorCookie("language", chosen.language));
  if (chosen.theme) headers.append("Set-Cookie", visitorCookie("theme", chosen.theme));
  return redirect(localAddress(String(form.get("redirectTo") ?? "/")), { headers });
}
