import { format } from "node:util";
import { afterEach, expect, inject, vi } from "vitest";
import { refuseOtherHosts } from "../mocks/server.ts";
import { databaseUrl } from "./database.ts";

const { names, appUrl, ownerUrl } = inject("databases");
const name = names[Number(process.env.VITEST_POOL_ID) - 1];
if (!name) throw new Error(`no database for worker ${process.env.VITEST_POOL_ID}`);

// Set before anything reads it; a .env file of the clone has no say in the tests.
Object.assign(process.env, {
  DATABASE_URL: databaseUrl(appUrl, name),
  DATABASE_OWNER_URL: databaseUrl(ownerUrl, name),
  SESSION_SECRET: "secret of the tests, and of nothing else",
  PUBLIC_ORIGIN: "",
  LOG_LEVEL: "silent",
  YULIAN_SAMPLE: "off",
  MAPBOX_ACCESS_TOKEN: "",
  TIANDITU_KEY: "",
  TIANDITU_SERVER_KEY: "",
  MAP_XYZ_URL: "",
  MAP_PMTILES: "",
});

refuseOtherHosts();

const error = vi.spyOn(console, "error");

/** A test that expects a console.error spies on it itself, and clears what it saw. */
afterEach(() => {
  const calls = error.mock.calls.map((args) => format(...args));
  error.mockClear();
  expect(calls, "console.error was called").toEqual([]);
});
