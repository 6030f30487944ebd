import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { parse } from "hono/utils/cookie";
import { sessionCookie } from "#app/auth/cookie.server.ts";
import { startSession } from "#app/auth/session.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { password } from "./factories.ts";

const host = "yulian.test";
const origin = `http://${host}`;
const built = pathToFileURL(resolve(import.meta.dirname, "../build/server/index.js")).href;

/** The server as it is built, asked in this process. */
export const build: ServerBuild = await import(/* @vite-ignore */ built);
const app: { fetch(request: Request): Promise<Response> } = (
  build.entry.module as unknown as { createApp(build: ServerBuild): typeof app }
).createApp(build);

type Form = Record<string, string | string[] | Blob>;

/** A browser that keeps its cookies and says where its writes come from; `headers` go with every request. */
export function visitor(headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const client = {
    cookies: jar,
    async fetch(path: string, init: RequestInit = {}) {
      const sent = new Headers({ host, ...headers, ...(init.headers as Record<string, string>) });
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      if (cookie) sent.set("cookie", cookie);
      const answer = await app.fetch(
        new Request(origin + path, { redirect: "manual", ...init, headers: sent }),
      );
      for (const line of answer.headers.getSetCookie()) keep(jar, line);
      return answer;
    },
    get: (path: string) => client.fetch(path),
    text: async (path: string) => (await client.fetch(path)).text(),
    json: async (path: string) => (await client.fetch(path)).json(),
    post: (path: string, form: Form = {}, from: Record<string, string> = { origin }) =>
      client.fetch(path, { method: "POST", headers: from, body: bodyOf(form) }),
    /** JSON, as a script sends it */
    send: (path: string, body: unknown, from: Record<string, string> = { origin }) =>
      client.fetch(path, {
        method: "POST",
        headers: { ...from, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
  return client;
}
export type Client = ReturnType<typeof visitor>;

/** As the sign-in page leaves a browser. */
export async function signIn(login: string, headers: Record<string, string> = {}) {
  const client = visitor(headers);
  const answer = await client.post("/login", { account: login, password, redirectTo: "/" });
  if (answer.status !== 302) throw new Error(`sign-in of ${login} answered ${answer.status}`);
  return client;
}

/** Signed in without the price of a password. */
export async function visitorAs(viewer: Viewer, headers: Record<string, string> = {}) {
  const client = visitor(headers);
  const account = { allianceId: viewer.allianceId, id: viewer.userId };
  const { token } = await startSession(account, { remembered: false, userAgent: null, now: new Date() });
  keep(client.cookies, sessionCookie(token, undefined));
  return client;
}

function keep(jar: Map<string, string>, line: string) {
  const [pair = "", ...attributes] = line.split(";");
  const [[name, value] = []] = Object.entries(parse(pair));
  if (!name || value === undefined) return;
  if (attributes.some((attribute) => attribute.trim().toLowerCase() === "max-age=0")) jar.delete(name);
  else jar.set(name, value);
}

function bodyOf(form: Form) {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
  );
  const holdsFile = entries.some(([, value]) => value instanceof Blob);
  const body = holdsFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of entries) body.append(name, value as string);
  return body;
}
