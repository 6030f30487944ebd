import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { problem } from "#app/http/problem.server.ts";

/** /api/v1: one file per resource beside this one. */
export function createApi(_options: { addressOf: (c: Context) => string }) {
  const api = new OpenAPIHono();
  api.notFound(() => problem(404));
  return api;
}
