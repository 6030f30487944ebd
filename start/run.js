import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { problem } from "./say.js";
import { onStop } from "./stop.js";

/**
 * Runs a program to its end. Its output is kept back, and shown only when it fails.
 * @param {string[]} command
 * @param {{ cwd: string, env?: Record<string, string | undefined>, failed: [zh: string, en: string],
 *   onLine?: (line: string) => void }} options
 * @returns {Promise<void>}
 */
export async function run([program = "", ...args], { cwd, env, failed, onLine }) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && program === "npm",
  });
  /** @type {string[]} */
  const output = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on("line", (line) => {
      if (onLine && stream === child.stdout) onLine(line);
      else output.push(line);
    });

  /** @type {Promise<{ code: number | null, error?: Error }>} */
  const end = new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: null, error }));
    child.on("close", (code) => resolve({ code }));
  });
  const forget = onStop(async () => {
    child.kill("SIGTERM");
    await end;
  });
  const { code, error } = await end;
  forget();
  if (code === 0) return;
  const shown = output.slice(-30).join("\n");
  if (shown) console.error(`\n${shown}\n`);
  throw problem(failed[0], error ? `${failed[1]}: ${error.message}` : failed[1]);
}
