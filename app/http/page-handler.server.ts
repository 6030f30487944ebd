import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";

/** The first part of an address; of a request for a page's data that of the page. */
const firstPart = (path: string) => (path.split("/")[1] ?? "").replace(/(^_root)?\.data$/, "");

/**
 * Remix ranks every route of its build and makes an expression of each, twice for every request and once more to render.
 * So it is given those alone whose address begins as the request's does (docs/decisions/0017).
 */
export function createPageHandler(build: ServerBuild, mode: string) {
  const parts = new Set(Object.values(build.routes).map((route) => firstPart(`/${route?.path ?? ""}`)));
  const handlers = new Map<string, ReturnType<typeof createRequestHandler>>();
  return (request: Request, context: AppLoadContext) => {
    const asked = firstPart(new URL(request.url).pathname);
    const part = parts.has(asked) ? asked : "";
    let handle = handlers.get(part);
    if (!handle) {
      handle = createRequestHandler(narrow(build, part), mode);
      handlers.set(part, handle);
    }
    return handle(request, context);
  };
}

/** The routes below one first part, with the root and what answers to any address. */
function narrow(build: ServerBuild, part: string): ServerBuild {
  const isKept = (path: string | undefined) =>
    path === undefined || path === "" || path === "*" || firstPart(`/${path}`) === part;
  const only = <Route extends { path?: string } | undefined>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([, route]) => isKept(route?.path)));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}
