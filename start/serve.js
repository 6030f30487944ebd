import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { portProblem } from "./port.js";
import { onStop } from "./stop.js";

/** How long requests under way may take to end once the process is told to stop. */
const secondsToDrain = 10;

/**
 * Serves the app and returns the address it listens at.
 * @param {string} root @param {{ host: string, port: number, dev: boolean }} options
 */
export async function serve(root, { host, port, dev }) {
  // postgres.js asks for array types on every new connection, and nobody waits for that answer: a connection lost in
  // this moment must not end the process.
  process.on("unhandledRejection", (reason) => console.error("unhandled rejection", reason));
  const server = createServer();
  const { answer, startWork, close } = await (dev ? developmentApp(root, server) : builtApp(root));
  server.on("request", answer);
  /** @type {() => Promise<void>} */
  let stopWork = async () => {};
  onStop(async () => {
    await Promise.all([drain(server), stopWork()]);
    await close();
  });
  await new Promise((listening, failed) => {
    server.once("error", (error) => failed(portProblem(error, { host, port })));
    server.listen(port, host, () => listening(undefined));
  });
  stopWork = await startWork();
  const address = server.address();
  return `http://${host.includes(":") ? `[${host}]` : host}:${typeof address === "object" ? address?.port : port}`;
}

/** @param {string} root */
async function builtApp(root) {
  const { getRequestListener } = await import("@hono/node-server");
  const { serveFiles } = await import("./static.js");
  const build = await import(pathToFileURL(join(root, "build/server/index.js")).href);
  const app = build.entry.module.createApp(build);
  const files = serveFiles(join(root, "build/client"));
  const pages = getRequestListener(app.fetch);
  return {
    /** @type {import("node:http").RequestListener} */
    answer: (request, response) => files(request, response) || pages(request, response),
    startWork: async () => build.entry.module.startBackgroundWork(),
    close: () => build.entry.module.close(),
  };
}

/** Vite compiles on demand and replaces modules in the open page. @param {string} root @param {import("node:http").Server} server */
async function developmentApp(root, server) {
  const { getRequestListener } = await import("@hono/node-server");
  const { createServer: createVite } = await import("vite");
  const own = process.listeners("SIGTERM");
  const vite = await createVite({
    root,
    server: { middlewareMode: true, hmr: { server } },
    appType: "custom",
    optimizeDeps: { exclude: ["@node-rs/argon2"] }, // runs on the server only, and has no browser build here
  });
  // Remix's second Vite exits the process on SIGTERM and at the end of input, before the database has been stopped.
  for (const listener of process.listeners("SIGTERM"))
    if (!own.includes(listener)) process.off("SIGTERM", listener);
  process.stdin.removeAllListeners("end");
  const load = () => vite.ssrLoadModule("virtual:remix/server-build");
  const pages = getRequestListener(async (request, bindings) => {
    const build = await load();
    return build.entry.module.createApp(build).fetch(request, bindings);
  });
  return {
    /** @type {import("node:http").RequestListener} */
    answer: (request, response) => vite.middlewares(request, response, () => pages(request, response)),
    startWork: async () => (await load()).entry.module.startBackgroundWork(),
    close: async () => {
      const build = await load();
      await vite.close();
      await build.entry.module.close();
    },
  };
}

/** Takes no new connections and lets the requests under way end. @param {import("node:http").Server} server */
async function drain(server) {
  let open = true;
  server.close(() => {
    open = false;
  });
  // Clients keep connections open between requests; those of requests that end meanwhile too.
  for (const end = Date.now() + secondsToDrain * 1000; open && Date.now() < end; await wait(50))
    server.closeIdleConnections();
  server.closeAllConnections();
}
