import { createServer } from "node:http";
import { resolve } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { createRequestHandler } from "@remix-run/node";

/** Remix and nothing around it, behind the same adapter as the app. */
const folder = resolve(import.meta.dirname, "../../.test/bench/bare/server/index.js");
const handle = createRequestHandler(await import(folder), "production");
const { PORT } = process.env;
createServer(getRequestListener((request) => handle(request))).listen(Number(PORT), "127.0.0.1", () =>
  console.log(`http://127.0.0.1:${PORT}`),
);
