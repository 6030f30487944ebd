import { defineConfig } from "@playwright/test";
import { browserArguments, findBrowser } from "./tests/browser.ts";

const port = Number(process.env.E2E_PORT || 3999);
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".test/e2e-results",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: ".test/playwright.json" }]],
  use: {
    baseURL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: { executablePath: await findBrowser(), args: browserArguments },
  },
  // The views ask for both languages, which an account remembers: they come after all that reads one.
  projects: [
    { name: "stories", testIgnore: "access.spec.ts" },
    { name: "views", testMatch: "access.spec.ts", dependencies: ["stories"] },
  ],
  webServer: {
    command: "node tests/setup/browser-server.js",
    env: { PORT: String(port) },
    url: `${baseURL}/healthz`,
    timeout: 300_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
