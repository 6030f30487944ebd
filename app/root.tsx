import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation, useWords } from "#app/i18n/useTranslation.ts";
import { readVisitorPreferences } from "./auth/cookie.server.ts";
import { ViewerFrame } from "./features/overview/ViewerFrame.tsx";
import { useNonce } from "./http/nonce.ts";
import { titleFromLoader } from "./http/title.ts";
import { addDays } from "./i18n/day.ts";
import { languageTag } from "./i18n/language.ts";
import styles from "./styles.css?url";
import { useFollowedLinks } from "./ui/Link.tsx";
import { PlainFrame } from "./ui/PlainFrame.tsx";
import type { Theme } from "./ui/Preferences.tsx";

/** After so many days the sample's "this month" is no longer this month. */
const sampleKeepsDays = 14;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const meta = titleFromLoader;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await context.visit();
  const theme = visit?.preferences.theme ?? readVisitorPreferences(request.headers.get("cookie")).theme;
  const sampleAsOf = visit?.alliance.sampleAsOf;
  return {
    language: context.language,
    theme: theme === "light" || theme === "dark" ? (theme as Theme) : undefined,
    visit: visit && {
      name: visit.viewer.name,
      role: visit.viewer.role,
      place: visit.organizationName ?? visit.townName ?? context.t(`auth:role.${visit.viewer.role}`),
      alliance: visit.alliance.name,
      sample: sampleAsOf
        ? { asOf: sampleAsOf, stale: addDays(sampleAsOf, sampleKeepsDays) < context.today }
        : undefined,
    },
  };
}

/** What a route says of the page around it: a bare frame, one without margins, no script. */
type Handle = { plain?: boolean; wide?: boolean; scripts?: boolean } | undefined;

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  const scripts = useMatches().every(({ handle }) => (handle as Handle)?.scripts !== false);
  return (
    <html lang={languageTag[root?.language ?? "zh"]} data-theme={root?.theme} data-words={useWords().mark}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      {/* biome-ignore lint/a11y: the links inside are what keys reach */}
      <body onClick={useFollowedLinks()}>
        {children}
        {scripts && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

/** Pages stand in the viewer's frame; without a sign-in, or where a route's handle says `plain`, in a bare one. */
function Framed({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const handles = useMatches().map(({ handle }) => handle as Handle);
  const plain = handles.some((handle) => handle?.plain);
  if (!root?.visit || plain) return <PlainFrame theme={root?.theme}>{children}</PlainFrame>;
  return (
    <ViewerFrame visit={root.visit} theme={root.theme} wide={handles.some((handle) => handle?.wide)}>
      {children}
    </ViewerFrame>
  );
}

export default function App() {
  return (
    <Framed>
      <Outlet />
    </Framed>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useTranslation("http");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = status === 400 || status === 403 || status === 404 ? status : "other";
  const parameter = isRouteErrorResponse(error) ? error.data?.parameter : undefined;
  return (
    <Framed>
      <h1 className="text-2xl font-semibold">{t(`page.${known}.title`)}</h1>
      <p>{t(`page.${known}.text`, { parameter })}</p>
      <p>
        <a href="/">{t("home")}</a>
      </p>
    </Framed>
  );
}
