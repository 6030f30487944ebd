import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readVisitorPreferences } from "./auth/cookie.server.ts";
import { useNonce } from "./http/nonce.ts";
import { languageTag } from "./i18n/language.ts";
import styles from "./styles.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await context.visit();
  const theme = visit?.preferences.theme ?? readVisitorPreferences(request.headers.get("cookie")).theme;
  return {
    language: context.language,
    theme: theme === "light" || theme === "dark" ? theme : undefined,
    visit: visit && {
      name: visit.viewer.name,
      role: visit.viewer.role,
      place: visit.organizationName ?? visit.townName,
      alliance: visit.alliance.name,
      sampleAsOf: visit.alliance.sampleAsOf,
    },
    today: context.today,
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  return (
    <html lang={languageTag[root?.language ?? "zh"]} data-theme={root?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useTranslation("http");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = status === 400 || status === 403 || status === 404 ? status : "other";
  const parameter = isRouteErrorResponse(error) && status === 400 ? error.data?.parameter : undefined;
  return (
    <main className="mx-auto max-w-xl px-4 py-24">
      <h1 className="text-2xl font-semibold">{t(`page.${known}.title`)}</h1>
      <p className="mt-4">{t(`page.${known}.text`, { parameter })}</p>
      <p className="mt-4">
        <a href="/">{t("home")}</a>
      </p>
    </main>
  );
}
