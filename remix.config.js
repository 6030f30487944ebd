/** Options of the Remix Vite plugin; vite.config.ts hands them over, because the plugin does not read this file itself. */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    // Asked for by every page, per link; the whole list is 4 kB that stay (docs/decisions/0011).
    v3_lazyRouteDiscovery: false,
  },
};
