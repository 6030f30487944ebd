import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { build, defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

const pond = "app/features/production/recording/browser";

/**
 * Scripts that stand for themselves beside the pages' own, each whole in one file at the root: a service worker's reach
 * is where it lies, and the pond pages' one script is small because nothing else comes with it.
 */
const alone: Plugin = {
  name: "scripts-alone",
  apply: (config, { command }) => command === "build" && !config.build?.ssr,
  async closeBundle() {
    for (const [name, input] of [
      ["pond", `${pond}/pond.ts`],
      ["service-worker", `${pond}/service-worker.ts`],
    ] as const)
      await build({
        configFile: false,
        logLevel: "warn",
        publicDir: false,
        build: {
          target: "es2022",
          outDir: "build/client",
          emptyOutDir: false,
          rollupOptions: { input, output: { format: "iife", entryFileNames: `${name}.js` } },
        },
      });
  },
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), alone],
  build: { target: "es2022" },
});
