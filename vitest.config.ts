import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: "tests/setup/global.ts",
    setupFiles: "tests/setup/worker.ts",
    pool: "forks",
    maxWorkers: Math.min(4, availableParallelism()),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
    // Far from China and from UTC: whatever reckons days in the machine's own zone shows.
    env: { TZ: process.env.TEST_TZ ?? "America/Los_Angeles" },
  },
});
