import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endedSessionCookie, readSessionToken } from "#app/auth/cookie.server.ts";
import { endSession } from "#app/auth/session.server.ts";

export const loader = () => redirect("/");

export async function action({ request }: ActionFunctionArgs) {
  const token = readSessionToken(request.headers.get("cookie"));
  if (token) await endSession(token);
  return redirect("/login", { headers: { "Set-Cookie": endedSessionCookie() } });
}
