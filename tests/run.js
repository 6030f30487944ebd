import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { takeLock } from "../start/lock.js";
import { makeReady } from "../start/ready.js";
import { onStop, stop, stopOnSignals } from "../start/stop.js";

// Plain JavaScript that needs no package until makeReady has installed them.
const root = resolve(import.meta.dirname, "..");
const results = join(root, ".test");

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Runs a program with its output shown; the exit code, or 1 where a signal ended it.
 * @param {string[]} command @param {Record<string, string>} [env] @returns {Promise<number>}
 */
function show([program = "", ...args], env = {}) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const end = new Promise((ended) => {
    child.on("error", (error) => ended(console.error(error.message) ?? 1));
    child.on("close", (code) => ended(code ?? 1));
  });
  const forget = onStop(async () => {
    child.kill("SIGTERM");
    await end;
  });
  return end.finally(forget);
}

/** @param {string} tool @param {string[]} args */
const node = (tool, ...args) => [process.execPath, join(root, "node_modules", tool), ...args];

/** A check that passes or fails as one. @param {string} title @param {() => Promise<unknown>} work @returns {Promise<Counts>} */
async function check(title, work) {
  try {
    const code = await work();
    if (code) throw new Error(`exit code ${code}`);
    console.log(`✓ ${title}`);
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.log(`✗ ${title}: ${/** @type {Error} */ (error).message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * Runs a test runner and counts from the report it wrote: one that crashed, ran nothing, or failed outside of a test
 * has failed.
 * @param {string} title @param {string[]} command @param {Record<string, string>} env
 * @param {{ report: string, count: (report: any) => Counts }} from @returns {Promise<Counts>}
 */
async function runner(title, command, env, { report, count }) {
  const file = join(results, report);
  rmSync(file, { force: true });
  const code = await show(command, env);
  const counts = existsSync(file)
    ? count(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 0, skipped: 0 };
  const crashed = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  if (crashed) console.log(`✗ ${title} crashed or ran nothing (exit code ${code})`);
  return { ...counts, failed: counts.failed + (crashed ? 1 : 0) };
}

const vitest = () =>
  runner(
    "vitest",
    node(
      "vitest/vitest.mjs",
      "run",
      "--reporter=dot",
      "--reporter=json",
      "--outputFile.json=.test/vitest.json",
    ),
    {},
    {
      report: "vitest.json",
      count: ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
        passed: numPassedTests,
        failed:
          numFailedTests +
          testResults.filter(
            (/** @type {any} */ file) => file.status === "failed" && file.assertionResults.length === 0,
          ).length,
        skipped: numPendingTests + numTodoTests,
      }),
    },
  );

async function playwright() {
  const browser = await findBrowser();
  if (browser !== 0) return { passed: 0, failed: 1, skipped: 0 };
  return runner(
    "playwright",
    node("@playwright/test/cli.js", "test"),
    { E2E_PORT: String(await freePort()) },
    {
      report: "playwright.json",
      count: ({ stats }) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
      }),
    },
  );
}

/** 0 when a browser runs here; gets what it lacks where that is ours to do. */
async function findBrowser() {
  const find = () => show([process.execPath, "--import", "tsx", "tests/browser.ts"]);
  let code = await find();
  if (code !== 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await show(["bash", ".ci/packages"]);
    code = await find();
  }
  return code === 3 ? 0 : code; // only the font is missing
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });

stopOnSignals();
mkdirSync(results, { recursive: true });
onStop(
  await takeLock(join(results, "lock"), ({ pid }) => {
    console.error(`another npm test (process ${pid}) runs in this clone`);
    process.exit(1);
  }),
);

/** @type {Counts[]} */
const all = [];
const ready = await check("install", () => makeReady(root, { built: false }));
if (ready.failed) all.push(ready);
else {
  const [built, ...checks] = await Promise.all([
    check("build", () => makeReady(root)),
    check("types", () => show(node("typescript/bin/tsc"))),
  ]);
  const lint = await check(
    "lint",
    async () =>
      (await show(node("@biomejs/biome/bin/biome", "check", "."))) || show(node("knip/bin/knip.js")),
  );
  all.push(built, ...checks, lint, await vitest());
  if (!built.failed) all.push(await playwright());
  else all.push({ passed: 0, failed: 1, skipped: 0 });
}
const sum = (/** @type {keyof Counts} */ key) => all.reduce((total, counts) => total + counts[key], 0);
await stop();
console.log(`${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
process.exit(sum("failed") > 0 ? 1 : 0);
